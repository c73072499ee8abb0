package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.CASCADE;
import static nuages.data.mapping.OnDelete.DB_SET_NULL;

import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.Key;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/** A place in a warehouse, and what lies there. */
public class Shelf extends KeyedModel<Shelf.Place> {
    public static final QuerySet<Shelf> objects = QuerySet.of(Shelf.class);

    /** The key: which shelf of which warehouse. */
    public record Place(long warehouse, int number) {}

    @Key
    @ForeignKey(onDelete = CASCADE)
    public Ref<Warehouse> warehouse;

    @Key
    public int number;

    @ForeignKey(onDelete = DB_SET_NULL)
    public @Nullable Ref<Product> product;

    public long count;
}
