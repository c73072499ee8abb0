package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.PROTECT;
import static nuages.data.mapping.OnDelete.SET_NULL;

import java.time.Instant;
import java.time.LocalTime;
import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Table;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** What a customer has ordered at one time. */
@Table(name = "shop_order")
public class Order extends Model {
    public static final QuerySet<Order> objects = QuerySet.of(Order.class);

    @ForeignKey(onDelete = PROTECT)
    public Ref<Customer> customer;

    public Instant placed = Instant.now();
    public @Nullable LocalTime deliverAt;

    @ForeignKey(onDelete = SET_NULL)
    public @Nullable KeyedRef<Coupon, String> coupon;

    public Many<Line> lines() {
        return many(Line_.order);
    }
}
