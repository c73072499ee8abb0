package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Unique;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** What a supplier wants for a product, and how long it takes. */
@Unique(fields = {"supplier", "product"})
public class Supply extends Model {
    public static final QuerySet<Supply> objects = QuerySet.of(Supply.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Supplier> supplier;

    @ForeignKey(onDelete = CASCADE)
    public Ref<Product> product;

    @Digits(integer = 8, fraction = 2)
    public BigDecimal cost = BigDecimal.ZERO;

    @PositiveOrZero
    public int days;
}
