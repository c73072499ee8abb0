package nuages.project.migrate;

import java.util.Optional;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;
import nuages.data.migration.draft.Questions;
import nuages.project.command.Console;

/** Asks who runs the command what cannot be told from models; where nobody answers, it is refused. */
record Asking(Console console) implements Questions {
    @Override
    public boolean renamed(ModelState gone, ModelState added) {
        return agreed("Was model " + gone.label() + " renamed to " + added.name() + "? [y/N] ")
                .orElseGet(() -> Questions.unanswered().renamed(gone, added));
    }

    @Override
    public boolean renamed(ModelState model, FieldState gone, FieldState added) {
        return agreed("Was field " + model.label() + "." + gone.name() + " renamed to " + added.name() + "? [y/N] ")
                .orElseGet(() -> Questions.unanswered().renamed(model, gone, added));
    }

    @Override
    public Optional<String> fill(ModelState model, WithColumn added) {
        var answer = console.ask("Field " + model.label() + "." + added.name()
                + " is new and may not be null. What do the rows that are there get? SQL such as 0 or 'none',"
                + " or nothing if there are no rows: ");
        return answer.isEmpty() ? Questions.unanswered().fill(model, added) : given(answer);
    }

    @Override
    public Optional<String> fillNulls(ModelState model, WithColumn altered) {
        return given(console.ask("Field " + model.label() + "." + altered.name()
                + " may be null no longer. What do the rows get that have nothing there? SQL such as 0 or 'none',"
                + " or nothing if there are no such rows: "));
    }

    private Optional<Boolean> agreed(String question) {
        return console.ask(question).map(it -> it.equalsIgnoreCase("y") || it.equalsIgnoreCase("yes"));
    }

    private static Optional<String> given(Optional<String> answer) {
        return answer.filter(it -> !it.isEmpty());
    }
}
