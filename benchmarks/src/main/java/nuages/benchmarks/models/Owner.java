package nuages.benchmarks.models;

import jakarta.validation.constraints.Size;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** Somebody who has items. */
public class Owner extends Model {
    /** All of them. */
    public static final QuerySet<Owner> objects = QuerySet.of(Owner.class);

    /** What he is called. */
    @Size(max = 100)
    public String name = "";
}
