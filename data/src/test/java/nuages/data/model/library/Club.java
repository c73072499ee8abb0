package nuages.data.model.library;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.ManyToMany;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** People who read together. */
public class Club extends Model {
    public static final QuerySet<Club> objects = QuerySet.of(Club.class);

    @Size(max = 200)
    public String name = "";

    @ManyToMany(through = Membership.class)
    public Many<Member> members() {
        return many(Club_.members);
    }
}
