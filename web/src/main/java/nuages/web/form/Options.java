package nuages.web.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be chosen, asked for once for all forms that are shown together. For use by one thread. */
final class Options {
    private final Map<Choices, List<Choice>> listed = new HashMap<>();

    /** The choices of a field: none if that is not limited, one more than {@link RowChoices#MOST} for too many. */
    List<Choice> of(FormField field) {
        return switch (field.choices()) {
            case Choices.Anything _ -> List.of();
            case Choices.Fixed fixed -> fixed.all();
            case Choices.Rows<?> rows -> field.kind().chooses() ? listed(rows, field) : List.of();
        };
    }

    private List<Choice> listed(Choices.Rows<?> rows, FormField field) {
        var known = listed.get(rows);
        if (known == null) {
            known = RowChoices.list(rows, field.type());
            listed.put(rows, known);
        }
        return known;
    }
}
