package nuages.data.model.polls;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.Label;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Something visitors vote on. */
public class Question extends Model {
    public static final QuerySet<Question> objects = QuerySet.of(Question.class);

    @Size(max = 200)
    public String text = "";

    @Label("date published")
    public Instant published = Instant.now();

    public @Nullable Instant closed;

    public Many<Choice> choices() {
        return many(Choice_.question);
    }

    /** Questions that take votes now. */
    public static QuerySet<Question> open() {
        return objects.filter(Question_.closed.isNull(), Question_.published.before(Instant.now()));
    }

    @Override
    public String toString() {
        return text;
    }
}
