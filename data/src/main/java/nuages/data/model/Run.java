package nuages.data.model;

import nuages.data.connection.Database;
import nuages.data.connection.Sql;
import nuages.data.dialect.MariaDb;
import nuages.data.syntax.Rendered;
import nuages.data.syntax.Select;
import nuages.data.syntax.SqlCache;
import nuages.data.syntax.Statement;

/** Statements as what a database runs. */
final class Run {
    private Run() {}

    static Rendered render(Database database, Statement statement) {
        return cache(database).render(statement);
    }

    static SqlCache cache(Database database) {
        return database.companion(SqlCache.class, it -> SqlCache.of(it.dialect()));
    }

    /** Whether what writes rows can answer with their columns. */
    static boolean returns(Database database) {
        return !(database.dialect() instanceof MariaDb);
    }

    static Sql sql(Database database, Statement statement) {
        if (statement instanceof Select select && select.lock() != null) {
            Locks.requireAtomic(database, select);
        }
        var rendered = render(database, statement);
        return database.sql(rendered.sql(), rendered.effect(), rendered.values());
    }
}
