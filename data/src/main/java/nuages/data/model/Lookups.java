package nuages.data.model;

import nuages.data.connection.Sql;
import nuages.data.connection.Work;
import org.jspecify.annotations.Nullable;

/** Tells a work of what is asked for by itself, so that it can tell of the many queries that one could do. */
final class Lookups {
    /** Queries for that many rows at a time are no sign of a mistake. */
    private static final int MANY = Sql.FETCH;

    private Lookups() {}

    /** A reference is about to be fetched, by a query for those that were read together. */
    static void reference(ModelType<?> target, @Nullable String field, @Nullable String constant, int owners) {
        if (field == null || constant == null) {
            key(target);
            return;
        }
        if (owners >= MANY) {
            return;
        }
        Work.current()
                .statements()
                .lookup(
                        field,
                        where -> where + " for " + field + ", each time in a query of its own.\nadd .with(" + constant
                                + ") to the query that reads the rows, so that both come together.");
    }

    /** Rows that belong to one are about to be fetched, by a query for those that were read together. */
    static void many(Side<?> side, int owners) {
        if (owners < MANY) {
            Work.current()
                    .statements()
                    .lookup(
                            side.shown(),
                            where -> where + " for the rows of " + side.shown() + " that belong to one "
                                    + ModelType.of(side.owner().getClass())
                                    + ", each time in a query of its own.\nadd " + side.adding()
                                    + " to the query that reads the rows, so that one more fetches them for all.");
        }
    }

    /**
     * Rows of a set are about to be asked for. What counts is that they are asked for by what they refer to, or by what is
     * unique: all others may differ in more than a value. Rows that are locked are about to be changed one by one.
     */
    static void rows(QuerySet<?> set) {
        var statements = Work.current().statements();
        if (statements.areStrict() && set.query().lock() == null) {
            var by = AskedBy.of(set);
            if (by != null) {
                statements.lookup(by.toString(), by.values(), AskedBy.METHODS, by::message);
            }
        }
    }

    /** A row is about to be looked up by its key. */
    static void key(ModelType<?> type) {
        Work.current()
                .statements()
                .lookup(
                        type.type().getName(),
                        where -> where + " for one " + type + " by its key, each time in a query of its own.\n"
                                + "fetch it with what refers to it by .with(…), or ask for all keys at once by "
                                + "inBulk(keys).");
    }
}
