package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;
import static nuages.data.mapping.OnDelete.SET_NULL;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Text;
import nuages.data.mapping.Unique;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of a product. */
@Unique(fields = {"product", "author"})
public class Review extends Model {
    public static final QuerySet<Review> objects = QuerySet.of(Review.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Product> product;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable Ref<Customer> author;

    @Min(1)
    @Max(5)
    public int stars = 5;

    @Text
    public String text = "";

    public Instant written = Instant.now();
}
