package nuages.data.ddl;

import java.util.List;
import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.schema.Table;

/**
 * Reads the schema of a live database, within the current work. Immutable; threads share it.
 *
 * <p>Indexes of foreign keys are among those of the table, so the keys say that they have none by themselves. On MariaDB
 * they always have one, and say so; it is left out of the table's.
 *
 * <p>What was created reads back as {@link SchemaWriter#kept} says. Databases do not keep everything:
 *
 * <ul>
 *   <li>PostgreSQL prints checks, conditions, defaults and expressions in its own words, and forgets the size of arrays.
 *       A unique index reads as a constraint. Exclusion constraints are left out.
 *   <li>MariaDB prints expressions in its own words, too. A duration reads as {@code bigint}, and unlimited characters as
 *       text.
 *   <li>SQLite keeps all words as they were written, but no digits of decimal numbers, no comments, and of an identity
 *       not its size. Only {@code AUTOINCREMENT} makes an identity. Constraints without a name get the one that Django
 *       would give them.
 * </ul>
 */
public final class Introspection {
    private final Catalog catalog;

    private Introspection(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Of that database. */
    public static Introspection of(Database database) {
        return new Introspection(
                switch (database.dialect()) {
                    case Postgres _ -> new PostgresCatalog(database);
                    case MariaDb _ -> new MariaDbCatalog(database);
                    case Sqlite _ -> new SqliteCatalog(database);
                });
    }

    /** All tables, in the order of their names; their keys, indexes and constraints too. */
    public List<Table> tables() {
        return catalog.tables();
    }

    /** The table of that name. */
    public Optional<Table> table(String name) {
        return tables().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The names of all views, in their order. */
    public List<String> views() {
        return catalog.views().stream().sorted().toList();
    }

    /**
     * All views as if they were tables, in the order of their names: with columns of which any may be null, and nothing
     * else, as databases know no more of them. SQLite knows no types of columns that are computed.
     */
    public List<Table> viewsAsTables() {
        return catalog.viewed();
    }
}
