package nuages.data.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Immutable; threads share it.
 *
 * @param identity whether the database numbers it when a row is inserted without
 * @param unique whether it is declared unique by itself, with a constraint the database names
 * @param defaultSql what the database puts in when a row is inserted without
 * @param generated how the database computes it, if it does
 * @param comment what the database keeps for its readers
 * @param collation the order of its texts, if not the database's
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        boolean identity,
        boolean unique,
        @Nullable String defaultSql,
        @Nullable GeneratedAs generated,
        @Nullable String comment,
        @Nullable String collation) {
    /** Checks that a value has one source at most. */
    public Column {
        Checks.name("column", name);
        Checks.sql("default of column " + name, defaultSql);
        if (collation != null) {
            Checks.name("collation", collation);
        }
        int sources = (identity ? 1 : 0) + (defaultSql != null ? 1 : 0) + (generated != null ? 1 : 0);
        if (sources > 1) {
            throw new IllegalArgumentException("column \"" + name + "\" is more than one of identity, generated and "
                    + "with a default, so its value has two sources: keep one");
        }
        if (identity && nullable) {
            throw new IllegalArgumentException(
                    "column \"" + name + "\" is an identity that may be null, which no database has: drop one of them");
        }
    }

    /** A column that is not null, and nothing else. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, false, false, false, null, null, null, null);
    }

    /** The key that every table has unless it says otherwise: {@code id}, a {@code bigint} that the database numbers. */
    public static Column id() {
        return of("id", new ColumnType.BigInteger(false)).asIdentity();
    }

    /** The same, of another type. */
    public Column typed(ColumnType other) {
        return new Column(name, other, nullable, identity, unique, defaultSql, generated, comment, collation);
    }

    /** The same, and may be null. */
    public Column asNullable() {
        return new Column(name, type, true, identity, unique, defaultSql, generated, comment, collation);
    }

    /** The same, numbered by the database. */
    public Column asIdentity() {
        return new Column(name, type, nullable, true, unique, defaultSql, generated, comment, collation);
    }

    /** The same, and unique by itself. */
    public Column asUnique() {
        return new Column(name, type, nullable, identity, true, defaultSql, generated, comment, collation);
    }

    /** The same, and not said to be unique by itself. */
    public Column withoutUnique() {
        return new Column(name, type, nullable, identity, false, defaultSql, generated, comment, collation);
    }

    /** The same, with a default of the database, or none. */
    public Column withDefault(@Nullable String sql) {
        return new Column(name, type, nullable, identity, unique, sql, generated, comment, collation);
    }

    /** The same, computed by the database, or not. */
    public Column withGenerated(@Nullable GeneratedAs as) {
        return new Column(name, type, nullable, identity, unique, defaultSql, as, comment, collation);
    }

    /** The same, with a comment, or none. */
    public Column withComment(@Nullable String text) {
        return new Column(name, type, nullable, identity, unique, defaultSql, generated, text, collation);
    }

    /** The same, with a collation, or the database's own. */
    public Column withCollation(@Nullable String order) {
        return new Column(name, type, nullable, identity, unique, defaultSql, generated, comment, order);
    }
}
