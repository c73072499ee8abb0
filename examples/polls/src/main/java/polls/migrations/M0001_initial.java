package polls.migrations;

import static nuages.data.migration.Fields.*;
import static nuages.data.migration.Operation.*;

import java.util.List;
import nuages.data.migration.Migration;
import nuages.data.migration.Operation;
import nuages.data.schema.Index;

/** Create model Question, create model Choice. */
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(
                createModel(
                                "Question",
                                id(),
                                varchar("text", 200),
                                timestamp("published"),
                                timestamp("closed").nullable())
                        .index(Index.of("polls_quest_publish_3224ab_idx", "published")),
                createModel(
                        "Choice",
                        id(),
                        reference("question", "polls.Question"),
                        varchar("text", 200),
                        integer("votes").positive()));
    }
}
