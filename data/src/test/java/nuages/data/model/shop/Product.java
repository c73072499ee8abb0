package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.RESTRICT;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import nuages.data.mapping.Check;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.ManyToMany;
import nuages.data.mapping.Unique;
import nuages.data.mapping.Version;
import nuages.data.model.Many;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** Something that is sold. */
@Check(name = "shop_product_price_not_negative", sql = "price >= 0")
@Unique(
        fields = {"category", "name"},
        name = "shop_product_category_name")
public class Product extends Named {
    public static final QuerySet<Product> objects = QuerySet.of(Product.class);

    /** Whether it can be bought. */
    public enum State {
        DRAFT,
        ON_SALE,
        GONE
    }

    @Unique
    @Size(max = 20)
    public String number = "";

    @ForeignKey(onDelete = RESTRICT)
    public Ref<Category> category;

    @Digits(integer = 8, fraction = 2)
    public BigDecimal price = BigDecimal.ZERO;

    public State state = State.DRAFT;
    public double weight;
    public short rank;
    public @Nullable Duration warranty;
    public byte @Nullable [] picture;

    @PositiveOrZero
    public int stock;

    @Version
    public int version;

    @ManyToMany
    public Many<Tag> tags() {
        return many(Product_.tags);
    }

    @ManyToMany
    public Many<Product> related() {
        return many(Product_.related);
    }

    /** Products that can be bought now. */
    public static QuerySet<Product> onSale() {
        return objects.filter(Product_.state.is(State.ON_SALE), Product_.stock.gt(0));
    }

    public Many<Review> reviews() {
        return many(Review_.product);
    }
}
