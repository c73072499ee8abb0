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
            return cache(set).render(Reads.select(set)).sql();
        } catch (NuagesException | IllegalArgumentException | IllegalStateException e) {
            return set.type() + " without SQL: " + e.getMessage();
        }
    }

    /** That of its database; without a work, one as PostgreSQL wants it. */
    private static SqlCache cache(QuerySet<?> set) {
        try {
            return Run.cache(set.database());
        } catch (NoWork e) {
            return SqlCache.of(Postgres.direct());
        }
    }
}
