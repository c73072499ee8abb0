package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import nuages.data.mapping.Key;
import nuages.data.mapping.OneToOne;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** How an order gets to its customer. */
public class Shipment extends KeyedModel<UUID> {
    public static final QuerySet<Shipment> objects = QuerySet.of(Shipment.class);

    @Key
    public UUID id = UUID.randomUUID();

    @OneToOne(onDelete = CASCADE)
    public Ref<Order> order;

    @Size(max = 100)
    public @Nullable String carrier;

    public @Nullable Instant arrived;
}
