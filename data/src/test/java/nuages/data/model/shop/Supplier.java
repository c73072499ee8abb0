package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.DB_CASCADE;

import nuages.data.mapping.ForeignKey;
import nuages.data.mapping.ManyToMany;
import nuages.data.model.KeyedRef;
import nuages.data.model.Many;
import nuages.data.model.QuerySet;

/** Where products come from. */
public class Supplier extends Named {
    public static final QuerySet<Supplier> objects = QuerySet.of(Supplier.class);

    @ManyToMany(through = Supply.class)
    public Many<Product> products() {
        return many(Supplier_.products);
    }

    @ForeignKey(onDelete = DB_CASCADE)
    public KeyedRef<Country, String> country;
}
