package nuages.data.migration.run;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.ddl.SchemaWriter;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import nuages.data.migration.MigrationName;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType.BigInteger;
import nuages.data.schema.ColumnType.Bool;
import nuages.data.schema.ColumnType.Characters;
import nuages.data.schema.ColumnType.Timestamp;
import nuages.data.schema.ColumnType.Whole;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of migrations: which are applied, in {@code django_migrations}, exactly as Django keeps it; and in
 * {@code nuages_migrations} what only we know: their checksums, and how far one has come that was broken off.
 */
final class Records {
    private static final Table DJANGO = Table.of(
            "django_migrations",
            List.of(
                    Column.of("id", new BigInteger(false)).asIdentity(),
                    Column.of("app", new Characters(255)),
                    Column.of("name", new Characters(255)),
                    Column.of("applied", new Timestamp())),
            "id");
    private static final Table OURS = Table.of(
                    "nuages_migrations",
                    List.of(
                            Column.of("id", new BigInteger(false)).asIdentity(),
                            Column.of("app", new Characters(100)),
                            Column.of("name", new Characters(255)),
                            Column.of("checksum", new Characters(100)),
                            Column.of("done", new Whole(false)).asNullable(),
                            Column.of("backwards", new Bool())),
                    "id")
            .withConstraints(List.of(Unique.of("nuages_migrations_app_name", "app", "name")));

    private final Database database;
    private final InstantSource clock;

    Records(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How far a migration has come that was broken off. */
    record Halfway(String checksum, int done, boolean backwards) {}

    /** A checksum, or none, where it was somebody else who applied it. */
    record Kept(String app, String name, String checksum) {
        MigrationName migration() {
            return new MigrationName(app, name);
        }
    }

    private record Name(String app, String name) {}

    void prepare() {
        for (var table : List.of(DJANGO, OURS)) {
            if (!exists(table)) {
                SchemaWriter.of(database.dialect())
                        .create(List.of(table))
                        .forEach(it -> database.sql(it).update());
            }
        }
    }

    private boolean exists(Table table) {
        String sql = switch (database.dialect()) {
            case Postgres _ ->
                "select count(*) from information_schema.tables where table_schema = any (current_schemas(false))"
                        + " and table_name = ?";
            case MariaDb _ ->
                "select count(*) from information_schema.tables where table_schema = database() and table_name = ?";
            case Sqlite _ -> "select count(*) from sqlite_master where type = 'table' and name = ?";
        };
        return database.sql(sql, table.name()).one(Long.class) > 0;
    }

    /** Those of all apps, Django's own too, in the order in which they were applied. */
    List<MigrationName> applied() {
        return exists(DJANGO)
                ? database.sql("select app, name from django_migrations order by id").list(Name.class).stream()
                        .map(it -> new MigrationName(it.app, it.name))
                        .distinct()
                        .toList()
                : List.of();
    }

    boolean isApplied(MigrationName name) {
        return database.sql(
                                "select count(*) from django_migrations where app = ? and name = ?",
                                name.app(),
                                name.name())
                        .one(Long.class)
                > 0;
    }

    List<Kept> checksums() {
        return exists(OURS)
                ? database.sql("select app, name, checksum from nuages_migrations where done is null")
                        .list(Kept.class)
                : List.of();
    }

    Optional<Halfway> halfway(MigrationName name) {
        return database.sql(
                        "select checksum, done, backwards from nuages_migrations where app = ? and name = ?"
                                + " and done is not null",
                        name.app(),
                        name.name())
                .optional(Halfway.class);
    }

    /** All that were broken off. */
    List<MigrationName> brokenOff() {
        return exists(OURS)
                ? database
                        .sql("select app, name from nuages_migrations where done is not null order by id")
                        .list(Name.class)
                        .stream()
                        .map(it -> new MigrationName(it.app, it.name))
                        .toList()
                : List.of();
    }

    /** So much of it is done. */
    void reached(MigrationName name, String checksum, int done, boolean backwards) {
        long changed = database.sql(
                        "update nuages_migrations set checksum = ?, done = ?, backwards = ? where app = ? and name = ?",
                        checksum,
                        done,
                        backwards,
                        name.app(),
                        name.name())
                .update();
        if (changed == 0 && halfway(name).isEmpty()) {
            insert(name, checksum, done, backwards);
        }
    }

    private void insert(MigrationName name, String checksum, @Nullable Integer done, boolean back) {
        database.sql(
                        "insert into nuages_migrations (app, name, checksum, done, backwards) values (?, ?, ?, ?, ?)",
                        name.app(),
                        name.name(),
                        checksum,
                        done,
                        back)
                .update();
    }

    /** It is applied. */
    void applied(MigrationName name, String checksum) {
        database.atomic(() -> {
            forget(name);
            insert(name, checksum, null, false);
            database.sql(
                            "insert into django_migrations (app, name, applied) values (?, ?, ?)",
                            name.app(),
                            name.name(),
                            clock.instant())
                    .update();
        });
    }

    /** It is applied, and is taken as it is now. */
    void accepted(MigrationName name, String checksum) {
        database.sql("delete from nuages_migrations where app = ? and name = ?", name.app(), name.name())
                .update();
        insert(name, checksum, null, false);
    }

    /** It is applied no longer. */
    void undone(MigrationName name) {
        database.atomic(() -> forget(name));
    }

    private void forget(MigrationName name) {
        for (var table : List.of("django_migrations", "nuages_migrations")) {
            database.sql("delete from " + table + " where app = ? and name = ?", name.app(), name.name())
                    .update();
        }
    }
}
