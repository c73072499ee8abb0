package nuages.testing.polls.migrations;

import static nuages.data.migration.Fields.*;
import static nuages.data.migration.Operation.*;

import java.util.List;
import nuages.data.migration.Migration;
import nuages.data.migration.Operation;

/** Create models Question and Choice. */
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                createModel("Question", id(), varchar("text", 200)),
                createModel(
                        "Choice",
                        id(),
                        reference("question", "polls.Question"),
                        varchar("text", 200),
                        integer("votes"),
                        timestamp("added")));
    }
}
