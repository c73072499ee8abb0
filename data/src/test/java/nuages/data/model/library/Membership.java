package nuages.data.model.library;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** That somebody is in a club, and what for. */
public class Membership extends Model {
    public static final QuerySet<Membership> objects = QuerySet.of(Membership.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Club> club;

    @ForeignKey(onDelete = CASCADE)
    public Ref<Member> member;

    @Size(max = 200)
    public String role = "reader";

    /** Who has founded a club stays in it. */
    @Override
    protected void beforeDelete() {
        if (role.equals("founder")) {
            throw new IllegalStateException("founders stay");
        }
    }
}
