package nuages.session.migrations;

import static nuages.data.migration.Fields.*;
import static nuages.data.migration.Operation.*;

import java.util.List;
import nuages.data.migration.Migration;
import nuages.data.migration.Operation;

/** Create model Session. */
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(createModel(
                        "Session",
                        varchar("sessionKey", 40).asKey(),
                        text("sessionData"),
                        timestamp("expireDate").withIndex())
                .table("django_session"));
    }
}
