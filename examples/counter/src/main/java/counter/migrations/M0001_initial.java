package counter.migrations;

import static nuages.data.migration.Fields.*;
import static nuages.data.migration.Operation.*;

import java.util.List;
import nuages.data.migration.Migration;
import nuages.data.migration.Operation;

/** Create model Counter. */
public final class M0001_initial implements Migration {
    @Override
    public List<Operation> operations() {
        return List.of(createModel("Counter", integer("id").asKey(), bigint("hits"), varchar("hash", 100)));
    }
}
