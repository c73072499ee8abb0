package nuages.data.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.model.QuerySet.Locking;
import nuages.data.syntax.Select;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/** Locks of the rows that a query finds. */
final class Locks {
    private Locks() {}

    static Select.Lock of(ModelType<?> type, Locking[] how, List<Source> others) {
        var all = Arrays.asList(how);
        boolean noWait = all.contains(Locking.NO_WAIT);
        boolean skip = all.contains(Locking.SKIP_LOCKED);
        if (noWait && skip) {
            throw new IllegalArgumentException("a query of " + type
                    + " was to fail at rows that are locked, and to leave them out as well: choose NO_WAIT or "
                    + "SKIP_LOCKED.");
        }
        var tables = new ArrayList<Source>();
        tables.add(type.source());
        tables.addAll(others);
        return new Select.Lock(noWait, skip, all.contains(Locking.NO_KEY), tables);
    }

    static Select.Lock also(
            ModelType<?> type, Select.@Nullable Lock lock, List<? extends ForeignKeyField<?, ?, ?>> fields) {
        var others = fields.stream().map(ForeignKeyField::join).toList();
        var alone = of(type, new Locking[0], others);
        return lock == null ? alone : new Select.Lock(lock.noWait(), lock.skipLocked(), lock.noKey(), alone.of());
    }

    static void requireAtomic(Database database, Select select) {
        if (!database.inAtomic()) {
            throw new IllegalStateException("rows of \"" + select.from().table()
                    + "\" were to be locked outside of a transaction, so that the lock would end with the query.\n"
                    + "do it within Work.atomic(() -> …), together with what the rows are locked for.");
        }
    }
}
