package counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.migration.history.MigrationLoader;
import nuages.data.migration.run.Migrator;
import nuages.data.migration.run.Migrator.How;
import nuages.data.settings.PoolSettings;
import nuages.web.http.Handler;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.routing.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CounterTests {
    private static final int VISITORS = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Databases databases = Databases.of();
    private final Handler site = Router.of(Site.routes);

    @AfterEach
    void nothing_is_left_lent() {
        for (var database : databases.all()) {
            assertThat(database.snapshot().leases()).isEmpty();
            database.shutdown(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource
    void first_visitors_at_once_create_one_counter(Kind kind) throws Exception {
        openWithTable(kind);

        atOnce(() -> within("visit", () -> String.valueOf(Counter.getOrCreate().hits)));

        assertThat(get("/atomic")).isEqualTo("counter is at: 1");
    }

    @ParameterizedTest
    @EnumSource
    void the_atomic_page_loses_no_visitor(Kind kind) throws Exception {
        openWithTable(kind);

        atOnce(() -> get("/atomic"));

        assertThat(get("/atomic")).isEqualTo("counter is at: " + (VISITORS + 1));
    }

    @ParameterizedTest
    @EnumSource
    void the_careless_page_counts_visitors_that_come_one_by_one(Kind kind) throws Exception {
        openWithTable(kind);

        assertThat(get("/")).isEqualTo("counter is at: 1");
        assertThat(get("/")).isEqualTo("counter is at: 2");
    }

    @ParameterizedTest
    @EnumSource
    void the_hash_is_remembered(Kind kind) throws Exception {
        openWithTable(kind);

        var hash = get("/hash");

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(within(
                        "look",
                        () -> databases
                                .main()
                                .sql("select hash from counter_counter")
                                .one(String.class)))
                .isEqualTo(hash);
    }

    private void open(Kind kind) {
        databases = Databases.of(Database.open("default", kind.newDatabase(folder), PoolSettings.standard()));
    }

    private void openWithTable(Kind kind) throws Exception {
        open(kind);
        within("start", () -> {
            var migrations = MigrationLoader.of(Counter.class.getClassLoader())
                    .load(Map.of("counter", new CounterApp().migrations()));
            var migrator = Migrator.of(databases.main(), migrations);
            migrator.run(migrator.plan(), How.RUN);
            return "";
        });
    }

    private String get(String path) throws Exception {
        return within("GET " + path, () -> {
            var answer = (Response.Full)
                    site.handle(Request.builder(Method.GET, path).build());
            return new String(answer.body(), StandardCharsets.UTF_8);
        });
    }

    private String within(String work, Callable<String> code) throws Exception {
        return Work.of(work, databases).run(code::call);
    }

    private static void atOnce(Callable<String> visit) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = IntStream.range(0, VISITORS)
                    .mapToObj(number -> executor.submit(visit))
                    .toList();
            for (Future<String> each : visits) {
                each.get();
            }
        }
    }
}
