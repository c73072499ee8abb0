package polls;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import nuages.data.mapping.Index;
import nuages.data.mapping.Label;
import nuages.data.model.Many;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import org.jspecify.annotations.Nullable;

/** Something visitors vote on. */
@Index(fields = "published")
public class Question extends Model {
    public static final QuerySet<Question> objects = QuerySet.of(Question.class);

    @NotBlank
    @Size(max = 200)
    public String text = "";

    @Label("date published")
    public Instant published = Instant.now();

    public @Nullable Instant closed;

    public Many<Choice> choices() {
        return many(Choice_.question);
    }

    /** How many votes its choices have, which were fetched with it. */
    public int votes() {
        return choices().get().stream().mapToInt(it -> it.votes).sum();
    }

    /** Questions that take votes now, the newest first. */
    public static QuerySet<Question> open() {
        return objects.filter(Question_.closed.isNull(), Question_.published.before(Instant.now()))
                .orderBy(Question_.published.desc());
    }

    @Override
    public String toString() {
        return text;
    }
}
