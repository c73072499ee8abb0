package nuages.data.model.library;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.ManyToMany;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** Who borrows books. */
public class Member extends Model {
    public static final QuerySet<Member> objects = QuerySet.of(Member.class);

    @Size(max = 200)
    public String name = "";

    @ManyToMany
    public Many<Member> friends() {
        return many(Member_.friends);
    }

    @ManyToMany(symmetrical = false)
    public Many<Member> follows() {
        return many(Member_.follows);
    }

    public Many<Member> followers() {
        return many(Member_.follows.reverse());
    }

    public Many<Club> clubs() {
        return many(Club_.members.reverse());
    }
}
