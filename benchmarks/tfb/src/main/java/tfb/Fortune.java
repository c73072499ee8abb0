package tfb;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Key;
import nuages.data.mapping.Table;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;

/** A sentence out of a biscuit. */
@Table(name = "fortune")
public class Fortune extends KeyedModel<Integer> {
    static final QuerySet<Fortune> objects = QuerySet.of(Fortune.class);

    @Key
    public int id;

    @Size(max = 2048)
    public String message = "";
}
