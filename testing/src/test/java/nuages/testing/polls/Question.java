package nuages.testing.polls;

import jakarta.validation.constraints.Size;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;

/** Something to vote on. */
public class Question extends Model {
    public static final QuerySet<Question> objects = QuerySet.of(Question.class);

    @Size(max = 200)
    public String text = "";
}
