package nuages.data.migration.run;

import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.varchar;
import static nuages.data.migration.Operation.createModel;
import static nuages.data.migration.Operation.runSql;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.Introspection;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.draft.Draft;
import nuages.data.migration.run.Migrator.How;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several processes migrate one database at once. */
class ProcessTests {
    private static final int PROCESSES = 4;

    /** What a process does: migrates the database of that URL. */
    static final class Run {
        private Run() {}

        public static void main(String[] arguments) {
            var database = Database.open("default", arguments[0]);
            Work.of("migrate", Databases.of(database)).run(() -> {
                var migrator = Migrator.of(database, migrations());
                migrator.run(migrator.plan(), How.RUN);
            });
            System.exit(0);
        }
    }

    private static Map<MigrationName, Migration> migrations() {
        var all = new TreeMap<MigrationName, Migration>();
        var last = List.<MigrationName>of();
        for (int i = 1; i <= 5; i++) {
            var draft = Draft.of(
                    new MigrationName("polls", "000%d_step".formatted(i)),
                    last,
                    List.of(
                            createModel("Model" + i, id(), varchar("text", 9)),
                            runSql("insert into polls_model" + i + " (text) values ('once')")));
            all.put(draft.name(), draft);
            last = List.of(draft.name());
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void each_migration_is_applied_once(Kind kind) throws IOException, InterruptedException {
        try (var place = new Place(kind)) {
            var processes = new ArrayList<Process>();
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(start(place.url));
            }
            for (var process : processes) {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
            }

            assertThat(place.rows(String.class, "select name from django_migrations order by name"))
                    .hasSize(5)
                    .doesNotHaveDuplicates();
            for (int i = 1; i <= 5; i++) {
                assertThat(place.rows(String.class, "select text from polls_model" + i))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_process_that_dies_leaves_no_lock(Kind kind) throws IOException, InterruptedException {
        try (var place = new Place(kind)) {
            var process = start(place.url);
            while (process.isAlive()
                    && place.work(() -> place.migrator().applied().isEmpty())
                    && !begun(place)) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            place.migrations.putAll(migrations());
            place.migrate();

            assertThat(place.applied()).hasSize(5);
            assertThat(place.rows(String.class, "select name from django_migrations"))
                    .hasSize(5)
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean begun(Place place) {
        return place.work(() -> Introspection.of(place.database).tables()).stream()
                .anyMatch(it -> it.name().startsWith("nuages"));
    }

    private static Process start(String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Run.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
    }
}
