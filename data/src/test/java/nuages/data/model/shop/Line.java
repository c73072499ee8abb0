package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;
import static nuages.data.mapping.OnDelete.RESTRICT;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** A product in an order, and how many of it. */
public class Line extends Model {
    public static final QuerySet<Line> objects = QuerySet.of(Line.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Order> order;

    @ForeignKey(onDelete = RESTRICT)
    public Ref<Product> product;

    @Positive
    public int quantity = 1;

    @Digits(integer = 8, fraction = 2)
    public BigDecimal price = BigDecimal.ZERO;
}
