package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.concurrent.CompletableFuture;
import nuages.data.connection.Work;
import nuages.data.model.Ref;
import nuages.testing.polls.Choice;
import nuages.testing.polls.PollUrls;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import nuages.testing.servers.MariaDbServer;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class CommittingTests {
    /** What a user's class of tests does, on one kind of database. */
    abstract static class Committing {
        @BeforeAll
        static void of_all_tests() {
            var question = Question.objects.create(it -> it.text = "of the class");
            Choice.objects.create(it -> it.question = Ref.to(question));
        }

        @RepeatedTest(2)
        void others_see_a_row_when_it_is_committed(Client client, LiveServer server) throws Exception {
            assertThat(Question.objects.count()).isEqualTo(1);
            assertThat(Choice.objects.count()).isEqualTo(1);
            Work.atomic(() -> {
                var created = Question.objects.create(it -> it.text = "of the test");
                assertThat(created.id)
                        .as("numbers go on from the rows that are there")
                        .isEqualTo(2);
                assertThat(another()).isEqualTo(1);
            });

            assertThat(another()).isEqualTo(2);
            assertThat(client.post("/probes/commit/")).hasText("committed");
            assertThat(client.get(PollUrls.index.url())).hasText("by the view\nof the class\nof the test");
            assertThat(server.port()).isPositive();
        }

        /** What another work sees meanwhile, over another connection. */
        private static long another() {
            var databases = Work.current().databases();
            return CompletableFuture.supplyAsync(
                            () -> Work.of("another", databases).run(() -> Question.objects.count()))
                    .join();
        }
    }

    @WebTest(value = Site.class, committing = true)
    static final class OnSqlite extends Committing {}

    static final class OnPostgres extends Committing {
        @RegisterExtension
        static final TestSite SITE = TestSite.of(Site.class)
                .with("POLLS_DATABASE_URL", PostgresServer.shared().url())
                .committing();

        @Test
        void a_request_may_be_made_within_a_transaction_of_the_test(Client client) {
            Work.atomic(() -> {
                Question.objects.create(it -> it.text = "of the test");
                assertThat(client.get(PollUrls.index.url())).hasText("of the class");
            });
        }
    }

    static final class OnMariaDb extends Committing {
        @RegisterExtension
        static final TestSite SITE = TestSite.of(Site.class)
                .with("POLLS_DATABASE_URL", MariaDbServer.shared().url())
                .committing();
    }

    @Test
    void tests_commit_on_sqlite_and_find_the_rows_of_their_class() {
        assertPassed(OnSqlite.class, 2);
    }

    @Test
    void so_they_do_on_postgresql() {
        PostgresServer.shared().adminSql("alter role nuages createdb");

        assertPassed(OnPostgres.class, 3);
    }

    @Test
    void so_they_do_on_mariadb() {
        assertPassed(OnMariaDb.class, 2);
    }

    private static void assertPassed(Class<?> tests, int count) {
        var events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents();
        assertThat(events.failed()
                        .map(it -> it.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .isEmpty();
        assertThat(events.succeeded().filter(it -> it.getTestDescriptor().isTest()))
                .hasSize(count);
    }
}
