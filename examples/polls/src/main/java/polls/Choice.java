package polls;

import static nuages.data.mapping.OnDelete.CASCADE;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import nuages.data.mapping.ForeignKey;
import nuages.data.model.Model;
import nuages.data.model.QuerySet;
import nuages.data.model.Ref;

/** One answer to a question, and its votes. */
public class Choice extends Model {
    public static final QuerySet<Choice> objects = QuerySet.of(Choice.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Question> question;

    @NotBlank
    @Size(max = 200)
    public String text = "";

    @PositiveOrZero
    public int votes;

    @Override
    public String toString() {
        return text;
    }
}
