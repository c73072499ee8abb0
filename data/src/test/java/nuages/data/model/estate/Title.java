package nuages.data.model.estate;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.Unique;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** Of its kind there is one at a time; and no two names differ in their case alone. */
@Unique(name = "one_name", expressions = "lower(name)")
@Unique(name = "one_in_force", fields = "kind", where = "in_force")
public class Title extends Model {
    public static final QuerySet<Title> objects = QuerySet.of(Title.class);

    @Size(max = 50)
    public String name = "";

    public int kind;
    public boolean inForce;
}
