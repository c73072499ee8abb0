package polls;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import nuages.data.mapping.Help;
import nuages.data.mapping.Label;
import nuages.web.form.Errors;
import nuages.web.form.Validated;
import nuages.web.form.Widget;

/** The form with which visitors ask something. */
record NewPoll(
        @Label("Your question") @NotBlank @Size(max = 200) String question,

        @Label("Choices") @Help("One on each line, 2 to 6.") @Widget(value = Widget.Kind.TEXTAREA, rows = 6) @NotBlank
        String choices)
        implements Validated {
    private static final int MOST = 6;
    private static final int LONGEST = 200;

    /** What can be chosen: the lines that are not empty, each once. */
    List<String> lines() {
        return choices.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public void validate(Errors errors) {
        int count = lines().size();
        if (count < 2 || count > MOST) {
            errors.field("choices", "Give 2 to " + MOST + " different choices, one on each line.");
        }
        if (lines().stream().anyMatch(it -> it.length() > LONGEST)) {
            errors.field("choices", "A choice has at most " + LONGEST + " characters.");
        }
    }
}
