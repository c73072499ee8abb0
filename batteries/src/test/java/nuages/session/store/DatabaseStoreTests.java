package nuages.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Block;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.Introspection;
import nuages.data.migration.history.MigrationLoader;
import nuages.data.migration.run.Migrator;
import nuages.data.migration.run.Migrator.How;
import nuages.data.schema.Table;
import nuages.session.Sessions;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DatabaseStoreTests extends SessionStoreContract {
    private final SessionStore store = new DatabaseStore();

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeEach
    void migrate() throws Exception {
        database = Database.open("default", kind.newDatabase());
        within(() -> {
            var migrations = MigrationLoader.of(Sessions.class.getClassLoader())
                    .load(Map.of("sessions", new Sessions().migrations()));
            var migrator = Migrator.of(database, migrations);
            migrator.run(migrator.plan(), How.RUN);
            return true;
        });
    }

    @AfterEach
    void nothing_is_left_lent() {
        assertThat(database.snapshot().leases()).isEmpty();
        database.shutdown(Duration.ZERO);
    }

    @Override
    SessionStore store() {
        return store;
    }

    @Override
    <R, X extends Exception> R within(Block<R, X> code) throws X {
        return Work.of("test", Databases.of(database)).run(code);
    }

    @Test
    void the_table_is_djangos() {
        var ours = table(database);
        var other = Database.open("default", kind.newDatabase());
        Work.of("django", Databases.of(other))
                .run(() -> django().forEach(it -> other.sql(it).update()));

        var theirs = table(other);

        other.shutdown(Duration.ZERO);
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void a_row_of_djangos_is_read_and_ours_is_the_same() {
        within(() -> {
            String key = store.create(content("a", 1), SIGNING);
            assertThat(Session.objects.get(key).sessionData)
                    .isEqualTo("eyJhIjoxfQ:1r31eq:VhDefld2yUQ4WtJkLoO1O5M2DYq_QxRL3WeeQLzPVlI");
            Session.objects.create(row -> {
                row.sessionKey = "q0m2rz6x8k3v5n7p9t1w4y6b8d0f2h4j";
                row.sessionData =
                        ".eJyrVipJrShRslJKTE_MzFMYWqRSLQA4gENA:1r31eq:hvBEPlI3qZ7eXZfOPOPTXptKf9A55jD0FOxiXXmakCc";
                row.expireDate = LATER;
            });
            assertThat(load("q0m2rz6x8k3v5n7p9t1w4y6b8d0f2h4j").values())
                    .isEqualTo(Map.of("text", "again ".repeat(30)));
            return true;
        });
    }

    @Test
    void keys_have_32_characters_and_are_never_the_same() {
        var keys =
                within(() -> List.of(store.create(content("a", 1), SIGNING), store.create(content("a", 1), SIGNING)));

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z0-9]{32}"));
    }

    @Test
    void a_change_is_made_to_what_the_session_has_now() {
        String id = within(() -> store.create(content("a", 1), SIGNING));
        var loaded = within(() -> load(id));
        within(() -> store.update(loaded, put("b", 2), SIGNING));

        within(() -> store.update(loaded, put("c", 3), SIGNING));

        assertThat(within(() -> load(id).values())).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
    }

    @Test
    void a_session_that_is_gone_is_not_changed() {
        String id = within(() -> store.create(content("a", 1), SIGNING));
        var loaded = within(() -> load(id));
        within(() -> {
            store.delete(id);
            return true;
        });

        assertThat(within(() -> store.update(loaded, put("b", 2), SIGNING))).isEmpty();
        assertThat(within(Session.objects::count)).isZero();
    }

    @Test
    void what_has_expired_is_cleared() {
        within(() -> store.create(content("a", 1), SIGNING));
        within(() -> store.create(new SessionStore.Content(Map.of(), LATER.plusSeconds(1)), SIGNING));

        assertThat(within(() -> store.clearExpired(LATER.plusMillis(1)))).isEqualTo(1);
        assertThat(within(Session.objects::count)).isEqualTo(1);
    }

    private static Table table(Database database) {
        return Work.of("look", Databases.of(database))
                .run(() -> Introspection.of(database).tables().stream()
                        .filter(it -> it.name().equals("django_session"))
                        .findFirst()
                        .orElseThrow());
    }

    /** As Django 6.0 makes the table. */
    private List<String> django() {
        return switch (kind) {
            case SQLITE ->
                List.of(
                        "CREATE TABLE \"django_session\" (\"session_key\" varchar(40) NOT NULL PRIMARY KEY,"
                                + " \"session_data\" text NOT NULL, \"expire_date\" datetime NOT NULL)",
                        "CREATE INDEX \"django_session_expire_date_a5c62663\" ON \"django_session\" (\"expire_date\")");
            case POSTGRESQL ->
                List.of(
                        "CREATE TABLE \"django_session\" (\"session_key\" varchar(40) NOT NULL PRIMARY KEY,"
                                + " \"session_data\" text NOT NULL, \"expire_date\" timestamp with time zone NOT NULL)",
                        "CREATE INDEX \"django_session_session_key_c0390e0f_like\" ON \"django_session\""
                                + " (\"session_key\" varchar_pattern_ops)",
                        "CREATE INDEX \"django_session_expire_date_a5c62663\" ON \"django_session\" (\"expire_date\")");
            case MARIADB ->
                List.of(
                        "CREATE TABLE `django_session` (`session_key` varchar(40) NOT NULL PRIMARY KEY,"
                                + " `session_data` longtext NOT NULL, `expire_date` datetime(6) NOT NULL)",
                        "CREATE INDEX `django_session_expire_date_a5c62663` ON `django_session` (`expire_date`)");
        };
    }
}
