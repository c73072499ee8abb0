package nuages.data.model;

import nuages.data.dialect.Postgres;
import nuages.data.error.NoWork;
import nuages.data.error.NuagesException;
import nuages.data.syntax.SqlCache;

/** Querysets as people read them in logs and debuggers, where there may be no work. */
final class Described {
    private Described() {}

    /** The SQL; the reason, if there is none. */
    static String of(QuerySet<?> set) {
        try {
            return Run.render(set.database(), Reads.select(set)).sql();
        } catch (NoWork e) {
            return withoutWork(set);
        } catch (NuagesException | IllegalArgumentException | IllegalStateException e) {
            return set.type() + " without SQL: " + e.getMessage();
        }
    }

    private static String withoutWork(QuerySet<?> set) {
        try {
            var select = Reads.select(set);
            return SqlCache.of(Postgres.direct()).render(select).sql();
        } catch (NuagesException | IllegalArgumentException | IllegalStateException e) {
            return set.type() + " without SQL: " + e.getMessage();
        }
    }
}
