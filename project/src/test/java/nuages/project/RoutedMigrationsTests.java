package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.ddl.Introspection;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelSettings.Router;
import nuages.data.schema.Table;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each database gets the tables that the router says belong there, and no others. */
class RoutedMigrationsTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Workshop workshop;

    private Recorder said = new Recorder("");

    /** Where visits are counted in a database of their own. */
    private record Archived() implements Router {
        @Override
        public boolean migrates(Class<? extends KeyedModel<?>> model, String database) {
            return model.getSimpleName().equals("Visit") == database.equals("archive");
        }
    }

    @BeforeEach
    void an_app() {
        workshop = new Workshop(folder);
        workshop.write("polls/Polls.java", """
            package polls;

            import java.util.List;
            import nuages.data.model.KeyedModel;
            import nuages.project.App;

            public final class Polls implements App {
                @Override
                public String name() {
                    return "polls";
                }

                @Override
                public List<Class<? extends KeyedModel<?>>> models() {
                    return List.of(Question.class, Visit.class);
                }
            }
            """);
        for (var model : List.of("Question", "Visit")) {
            workshop.write(
                    "polls/" + model + ".java",
                    "package polls;\n\npublic class " + model
                            + " extends nuages.data.model.Model { public int times; }\n");
        }
        assertThat(run(Kind.SQLITE.newDatabase(), Kind.SQLITE.newDatabase(), "makemigrations"))
                .isZero();
    }

    @AfterEach
    void closed() throws Exception {
        workshop.close();
    }

    @ParameterizedTest
    @EnumSource
    void migrate_makes_the_tables_that_belong_to_a_database(Kind kind) {
        var main = Kind.SQLITE.newDatabase();
        var archive = kind.newDatabase();

        assertThat(run(main, archive, "migrate")).isZero();
        assertThat(tables(main)).containsExactly("polls_question");
        assertThat(tables(archive)).isEmpty();

        assertThat(run(main, archive, "migrate", "--database=archive")).isZero();
        assertThat(tables(archive)).containsExactly("polls_visit");
        assertThat(tables(main)).containsExactly("polls_question");

        assertThat(run(main, archive, "migrate", "--database=archive")).isZero();
        assertThat(said.toString()).contains("nothing to migrate");
        assertThat(run(main, archive, "migrate", "--database=archive", "polls", "zero"))
                .isZero();
        assertThat(tables(archive)).isEmpty();
        assertThat(tables(main)).containsExactly("polls_question");
    }

    @Test
    void without_a_router_every_database_may_have_all_tables() {
        var main = Kind.SQLITE.newDatabase();
        var archive = Kind.SQLITE.newDatabase();

        assertThat(run(project(main, archive), "migrate", "--database=archive")).isZero();

        assertThat(tables(archive)).containsExactly("polls_question", "polls_visit");
    }

    private Settings project(Settings settings, String main, String archive) {
        return settings.database(main)
                .database("archive", Settings.env("ARCHIVE_URL", archive))
                .apps(workshop.app("polls.Polls"));
    }

    private Project project(String main, String archive) {
        return Project.of(settings -> project(settings, main, archive));
    }

    private int run(String main, String archive, String... arguments) {
        return run(Project.of(it -> project(it, main, archive).router(new Archived())), arguments);
    }

    private int run(Project project, String... arguments) {
        said = new Recorder("");
        return project.in(() -> new Environment(Map.of(), folder.resolve(".env")))
                .run(Console.of(said, said), Stop.byHand(), arguments);
    }

    /** The tables of the app. */
    private static List<String> tables(String url) {
        var database = Database.open("default", url);
        try {
            return Work.of("test", Databases.of(database))
                    .run(() -> Introspection.of(database).tables().stream()
                            .map(Table::name)
                            .filter(it -> it.startsWith("polls_"))
                            .sorted()
                            .toList());
        } finally {
            database.shutdown(Duration.ZERO);
        }
    }
}
