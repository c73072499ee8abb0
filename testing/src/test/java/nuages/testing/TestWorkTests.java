package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.testing.servers.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class TestWorkTests {
    private static final Database DATABASE =
            Database.open("default", PostgresServer.shared().newDatabase());
    private static final Databases DATABASES = Databases.of(DATABASE);

    @AfterAll
    static void close() {
        assertThat(DATABASE.snapshot().leased()).isZero();
        DATABASE.shutdown(Duration.ZERO);
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static List<Throwable> failures(Class<?> tests) {
        return run(tests)
                .failed()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    static final class Clean {
        @RegisterExtension
        static final TestWork WORK = TestWork.on(DATABASES);

        @BeforeEach
        void before() {
            DATABASE.sql("select 1").one(Long.class);
        }

        @AfterEach
        void after() {
            DATABASE.sql("select 1").one(Long.class);
        }

        @Test
        void a_test_may_use_its_databases() {
            Work.atomic(() -> DATABASE.sql("select 1").one(Long.class));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void so_may_one_with_parameters(int value) throws SQLException {
            try (var connection = DATABASE.dataSource().getConnection()) {
                assertThat(connection.isValid(value)).isTrue();
            }
        }
    }

    @Test
    void a_test_that_leaves_nothing_passes() {
        run(Clean.class).assertStatistics(it -> it.started(3).succeeded(3).failed(0));
    }

    static final class Unclosed {
        @RegisterExtension
        static final TestWork WORK = TestWork.on(DATABASES);

        @Test
        void forgets() throws SQLException {
            var connection = DATABASE.dataSource().getConnection();
            connection.setAutoCommit(false);
            connection.createStatement().execute("select 41 + 1");
        }
    }

    @Test
    void a_connection_that_was_not_closed_fails_its_test() {
        assertThat(failures(Unclosed.class))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .isInstanceOf(LeftOver.class)
                        .message()
                        .matches("Unclosed.forgets ended and left a connection of database \"default\" lent, which"
                                + " would be missing elsewhere:\n"
                                + "held for \\d+ms by Unclosed.forgets \\(TestWorkTests.java:\\d+\\): select 41"
                                + " \\+ 1\n"
                                + "close what the data source lent, and wait for the threads and forks that the"
                                + " test started."));
        assertThat(DATABASE.snapshot().leased()).as("taken back all the same").isZero();
    }

    static final class Counted {
        @RegisterExtension
        static final TestWork WORK = TestWork.on(DATABASES);

        @Test
        void asks_as_often_as_it_says() {
            TestWork.assertQueries(2, () -> {
                DATABASE.sql("select 1").one(Long.class);
                DATABASE.sql("select 2").one(Long.class);
            });
        }

        @Test
        void asks_more_often() {
            TestWork.assertQueries(0, () -> DATABASE.sql("select 1").one(Long.class));
        }
    }

    @Test
    void statements_can_be_counted() {
        assertThat(failures(Counted.class))
                .singleElement()
                .satisfies(it -> assertThat(it).hasMessage("0 statements were expected, and 1 run:\nselect 1"));
    }

    static final class Forked {
        @RegisterExtension
        static final TestWork WORK = TestWork.on(DATABASES);

        @Test
        void does_not_wait() throws InterruptedException {
            var began = new CountDownLatch(1);
            var fork = Work.current()
                    .fork(() -> DATABASE.atomic(() -> {
                        DATABASE.sql("select 1").one(Long.class);
                        began.countDown();
                        return DATABASE.sql("select 2 from pg_sleep(20)").one(Long.class);
                    }));
            began.await();
            assertThat(fork.isDone()).isFalse();
        }
    }

    @Test
    void a_transaction_that_is_still_open_fails_the_test_that_forked_it() {
        assertThat(failures(Forked.class))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .hasMessageContaining("by Forked.does_not_wait (TestWorkTests.java:")
                        .hasMessageContaining("select 2 from pg_sleep(20), in a transaction that is open"));
        assertThat(DATABASE.snapshot().leased()).as("taken back all the same").isZero();
    }

    static final class Failing {
        @RegisterExtension
        static final TestWork WORK = TestWork.on(DATABASES);

        @Test
        void fails_and_forgets() throws SQLException {
            var connection = DATABASE.dataSource().getConnection();
            throw new IllegalStateException("on " + connection.getClass().isInterface());
        }
    }

    @Test
    void a_failure_of_the_test_itself_comes_first() {
        assertThat(failures(Failing.class)).singleElement().satisfies(it -> {
            assertThat(it).isInstanceOf(IllegalStateException.class).hasMessage("on false");
            assertThat(it.getSuppressed()).singleElement().isInstanceOf(LeftOver.class);
        });
    }
}
