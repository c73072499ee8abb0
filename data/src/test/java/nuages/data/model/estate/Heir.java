package nuages.data.model.estate;

import jakarta.validation.constraints.Size;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** Somebody. */
public class Heir extends Model {
    public static final QuerySet<Heir> objects = QuerySet.of(Heir.class);

    @Size(max = 50)
    public String name = "";
}
