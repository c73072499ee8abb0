package nuages.data.model;

import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import org.jspecify.annotations.Nullable;

/** Finds the database that a statement about a model is for. */
final class Routing {
    private Routing() {}

    /** The one to read rows from that were not asked of a certain one. */
    static Database toRead(ModelType<?> type) {
        var work = Work.current();
        var router = ModelSettings.current().router();
        var read = router.reads(type.type());
        if (read.isEmpty()) {
            return router.writes(type.type()).map(work::database).orElseGet(work::database);
        }
        var written = toWrite(type);
        return written.inAtomic() || work.wrote(written) ? written : work.database(read.get());
    }

    /** The one to write rows to that were not asked of a certain one. */
    static Database toWrite(ModelType<?> type) {
        var work = Work.current();
        return ModelSettings.current()
                .router()
                .writes(type.type())
                .map(work::database)
                .orElseGet(work::database);
    }

    /** The one to write an object to: where it came from, unless that is a copy. */
    static Database toWrite(ModelType<?> type, @Nullable Database from) {
        return from == null || isCopy(type, from) ? toWrite(type) : from;
    }

    /** The one to read an object from again: where it came from, unless that is a copy which may be behind. */
    static Database toReadAgain(ModelType<?> type, @Nullable Database from) {
        return from == null || isCopy(type, from) ? toRead(type) : from;
    }

    private static boolean isCopy(ModelType<?> type, Database database) {
        return reads(type).filter(database.alias()::equals).isPresent();
    }

    private static Optional<String> reads(ModelType<?> type) {
        return ModelSettings.current().router().reads(type.type());
    }

    /** Refuses a reference from a row that is to be in one database to an object that came from another. */
    static void refuse(ModelType<?> type, String field, Database to, ModelType<?> target, @Nullable Database from) {
        if (from == null || from == to) {
            return;
        }
        boolean same =
                (isCopy(target, from) && toWrite(target) == to) || (from == toWrite(target) && isCopy(target, to));
        if (!same && !ModelSettings.current().router().relates(type.type(), to.alias(), target.type(), from.alias())) {
            throw new IllegalArgumentException(type + "." + field + " refers to a " + target + " of database \""
                    + from.alias() + "\", and the " + type + " was to be saved to database \"" + to.alias()
                    + "\", where that row need not be.\nsave both to one database, or let the router's relates() allow "
                    + "it if the other database has the same rows.");
        }
    }
}
