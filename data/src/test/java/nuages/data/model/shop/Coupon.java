package nuages.data.model.shop;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** A word that makes an order cheaper. */
public class Coupon extends KeyedModel<String> {
    public static final QuerySet<Coupon> objects = QuerySet.of(Coupon.class);

    @Key
    @Size(max = 12)
    public String code = "";

    public int percent;
    public @Nullable Instant until;
}
