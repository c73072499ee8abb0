package nuages.data.model.shop;

import static nuages.data.mapping.OnDelete.DO_NOTHING;

import nuages.data.mapping.ForeignKey;
import nuages.data.model.KeyedRef;
import nuages.data.model.QuerySet;

/** Where products lie. */
public class Warehouse extends Named {
    public static final QuerySet<Warehouse> objects = QuerySet.of(Warehouse.class);

    @ForeignKey(onDelete = DO_NOTHING)
    public KeyedRef<Country, String> country;
}
