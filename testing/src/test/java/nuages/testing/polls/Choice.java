package nuages.testing.polls;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.AutoNowAdd;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** What can be voted for. */
public class Choice extends Model {
    public static final QuerySet<Choice> objects = QuerySet.of(Choice.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Question> question;

    @Size(max = 200)
    public String text = "";

    public int votes;

    @AutoNowAdd
    public Instant added = Instant.EPOCH;
}
