package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import nuages.data.error.ConstraintViolated;
import nuages.data.model.Ref;
import nuages.testing.polls.Choice;
import nuages.testing.polls.PollUrls;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import nuages.testing.servers.DatabaseServer;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class TestDatabasesTests {
    /** What a user's class of tests does, on one kind of database. */
    abstract static class Voting {
        @Test
        void writes(Client client) {
            write(client);
        }

        private static void write(Client client) {
            assertThat(Question.objects.count()).isZero();
            Question.objects.create(it -> it.text = "Tea?");
            assertThat(client.get(PollUrls.index.url())).hasText("Tea?");
            assertThat(client.post("/probes/commit/")).hasText("committed");
            assertThat(Question.objects.count()).isEqualTo(2);
        }

        @Test
        void writes_too(Client client) {
            write(client);
        }

        @Test
        void goes_on_after_a_refusal(Client client) {
            assertThatThrownBy(() -> Choice.objects.create(it -> it.question = Ref.to(Question.class, 7)))
                    .isInstanceOf(ConstraintViolated.class);
            write(client);
        }
    }

    static final class OnPostgres extends Voting {
        @RegisterExtension
        static final TestSite SITE = TestSite.of(Site.class).with("POLLS_DATABASE_URL", url(PostgresServer.shared()));
    }

    static final class OnMariaDb extends Voting {
        @RegisterExtension
        static final TestSite SITE = TestSite.of(Site.class).with("POLLS_DATABASE_URL", url(MariaDbServer.shared()));
    }

    @Test
    void a_class_has_a_database_of_its_own_which_is_dropped() {
        PostgresServer.shared().adminSql("alter role nuages createdb");
        var before = names(PostgresServer.shared(), "select datname from pg_database order by 1");

        assertPassed(run(OnPostgres.class), 3);

        assertThat(names(PostgresServer.shared(), "select datname from pg_database order by 1"))
                .isEqualTo(before);
    }

    @Test
    void so_it_has_on_mariadb() {
        var before = names(MariaDbServer.shared(), "show databases");

        assertPassed(run(OnMariaDb.class), 3);

        assertThat(names(MariaDbServer.shared(), "show databases")).isEqualTo(before);
    }

    @Test
    void what_killed_tests_left_behind_is_dropped_and_nothing_else() throws Exception {
        var server = PostgresServer.shared();
        server.adminSql("alter role nuages createdb");
        var mine = TestName.of(ServerUrl.of(server.url()).name());
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var dead = new TestName(mine.beside(), mine.machine(), ended.pid(), mine.started(), 1);
        var elsewhere = new TestName(mine.beside(), "00000000", ended.pid(), mine.started(), 2);
        var other = new TestName("other", mine.machine(), ended.pid(), mine.started(), 3);
        var all = List.of(mine, dead, elsewhere, other);
        all.forEach(it -> server.adminSql("create database \"" + it + "\" owner nuages"));
        try {
            assertPassed(run(OnPostgres.class), 3);

            assertThat(names(server, "select datname from pg_database"))
                    .contains(mine.toString(), elsewhere.toString(), other.toString())
                    .doesNotContain(dead.toString());
        } finally {
            all.forEach(it -> server.adminSql("drop database if exists \"" + it + "\""));
        }
    }

    @Test
    void on_mariadb_too() throws Exception {
        var server = MariaDbServer.shared();
        var mine = TestName.of(ServerUrl.of(server.url()).name());
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var dead = new TestName(mine.beside(), mine.machine(), ended.pid(), mine.started(), 1);
        server.adminSql("create database `" + dead + "`");
        server.adminSql("create database `" + mine + "`");
        try {
            assertPassed(run(OnMariaDb.class), 3);

            assertThat(names(server, "show databases"))
                    .contains(mine.toString())
                    .doesNotContain(dead.toString());
        } finally {
            server.adminSql("drop database `" + mine + "`");
        }
    }

    /** The address of the server, and limits of the pool that are the site's and not those of tests. */
    private static String url(DatabaseServer server) {
        var url = server.url();
        return url + (url.contains("?") ? "&" : "?") + "pool.size=20&pool.maxAge=0";
    }

    private static List<String> names(DatabaseServer server, String sql) {
        return server.adminRows(sql).stream()
                .map(it -> String.valueOf(it.getFirst()))
                .toList();
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents();
    }

    private static void assertPassed(Events events, int count) {
        assertThat(events.failed()
                        .map(it -> it.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .isEmpty();
        assertThat(events.filter(it -> it.getTestDescriptor().isTest()).count()).isGreaterThanOrEqualTo(count);
    }
}
