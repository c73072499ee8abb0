package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Change the model, makemigrations, review, migrate. */
class MigrationCommandsTests {
    private static final String INITIAL = "polls/migrations/M0001_initial.java";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Workshop workshop;

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
                    return List.of(Question.class);
                }
            }
            """);
        question("@Size(max = 20) public String text = \"\";");
    }

    @AfterEach
    void closed() throws Exception {
        workshop.close();
    }

    private void question(String fields) {
        workshop.write("polls/Question.java", """
            package polls;

            import jakarta.validation.constraints.Size;
            import nuages.data.model.Model;

            public class Question extends Model {
                %s
            }
            """.formatted(fields));
    }

    private Bench bench(Kind kind) {
        return new Bench(kind, folder, workshop.app("polls.Polls"));
    }

    /** Writes migrations, and compiles them. */
    private void made(Bench bench, String... arguments) {
        assertThat(bench.run(arguments)).as(bench.err).isZero();
        bench.apps(workshop.app("polls.Polls"));
    }

    @ParameterizedTest
    @EnumSource
    void a_model_changes_and_its_table_follows(Kind kind) {
        try (var bench = bench(kind)) {
            made(bench, "makemigrations");
            assertThat(bench.out)
                    .isEqualTo("polls.0001_initial  " + workshop.sources.resolve(INITIAL)
                            + "\n  - create model Question\n");
            assertThat(workshop.read(INITIAL)).startsWith("package polls.migrations;\n");
            assertThat(bench.run("migrate", "--check")).isEqualTo(1);
            assertThat(bench.out).isEqualTo("apply polls.0001_initial\n");
            assertThat(bench.run("migrate")).as(bench.err).isZero();
            assertThat(bench.out).matches("applied polls\\.0001_initial \\(\\d+ ms\\)\n");
            assertThat(bench.run("migrate")).isZero();
            assertThat(bench.out).isEqualTo("nothing to migrate\n");
            assertThat(bench.err).isEmpty();
            bench.sql("insert into polls_question (text) values ('Tea?')");

            assertThat(bench.run("showmigrations")).isZero();
            assertThat(bench.out).isEqualTo("polls\n [X] 0001_initial\n");
            assertThat(bench.run("migrate", "polls", "zero")).as(bench.err).isZero();
            assertThat(bench.out).startsWith("undone  polls.0001_initial (");
            assertThat(bench.run("showmigrations")).isZero();
            assertThat(bench.out).isEqualTo("polls\n [ ] 0001_initial\n");
            assertThat(bench.run("migrate", "polls", "0001")).as(bench.err).isZero();
            assertThat(bench.count("polls_question")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_starts_a_server_is_told_what_is_left(Kind kind) throws IOException {
        try (var bench = bench(kind);
                var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String[] start = {"runserver", "--port=" + taken.getLocalPort(), "--management-port=0"};
            made(bench, "makemigrations");

            assertThat(bench.run(start)).isEqualTo(1);
            assertThat(bench.err)
                    .contains("1 migration has not been applied to database default: [polls.0001_initial]. Pages that"
                            + " need them will fail; run migrate");
            assertThat(bench.run("migrate")).isZero();
            assertThat(bench.run(start)).isEqualTo(1);
            assertThat(bench.err).doesNotContain("migrat");
        }
    }

    @Test
    void what_models_do_not_tell_is_asked() {
        try (var bench = bench(Kind.SQLITE)) {
            made(bench, "makemigrations");
            assertThat(bench.run("migrate")).isZero();
            question(
                    "@Size(max = 20) public String words = \"\"; public int votes; @Size(max = 5) public String note;");
            bench.apps(workshop.app("polls.Polls"));

            assertThat(bench.run("migrate")).isZero();
            assertThat(bench.err).startsWith("note: models have changed since the last migrations");
            bench.in = new StringReader("y\n'none'\n");
            made(bench, "makemigrations", "--name=words");

            assertThat(bench.out)
                    .startsWith(
                            "Was field polls.Question.text renamed to words? [y/N] Field polls.Question.note is new");
            assertThat(workshop.read("polls/migrations/M0002_words.java"))
                    .contains(
                            "renameField(\"Question\", \"text\", \"words\")",
                            "addField(\"Question\", integer(\"votes\")).filledWith(\"0\")",
                            "addField(\"Question\", varchar(\"note\", 5)).filledWith(\"'none'\")");
        }
    }

    @Test
    void without_changes_there_is_nothing_to_write() {
        try (var bench = bench(Kind.SQLITE)) {
            assertThat(bench.run("makemigrations", "--check")).isEqualTo(1);
            assertThat(bench.run("makemigrations", "--dry-run")).isZero();
            assertThat(bench.out).contains("public final class M0001_initial implements Migration {");
            assertThat(workshop.sources.resolve(INITIAL)).doesNotExist();
            made(bench, "makemigrations", "polls");

            assertThat(bench.run("makemigrations", "--check")).isZero();
            assertThat(bench.out).isEqualTo("no changes\n");
        }
    }

    @Test
    void what_only_somebody_can_say_is_refused_when_nobody_is_there() {
        try (var bench = bench(Kind.SQLITE)) {
            made(bench, "makemigrations");
            question("@Size(max = 20) public String text = \"\"; @Size(max = 5) public String note;");
            bench.apps(workshop.app("polls.Polls"));

            for (var option : new String[] {"--no-input", "--dry-run"}) {
                assertThat(bench.run("makemigrations", option)).isEqualTo(1);
                assertThat(bench.err)
                        .startsWith("field ")
                        .contains("note is new and may not be null")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void two_that_were_written_side_by_side_are_merged() {
        try (var bench = bench(Kind.SQLITE)) {
            made(bench, "makemigrations");
            made(bench, "makemigrations", "--empty", "--name=mine");
            workshop.write(
                    "polls/migrations/M0002_theirs.java",
                    workshop.read("polls/migrations/M0002_mine.java").replace("M0002_mine", "M0002_theirs"));
            bench.apps(workshop.app("polls.Polls"));

            assertThat(bench.run("migrate")).isEqualTo(1);
            assertThat(bench.err).contains("[0002_mine, 0002_theirs]", "run makemigrations --merge");
            assertThat(bench.run("makemigrations")).isEqualTo(1);
            made(bench, "makemigrations", "--merge");
            assertThat(bench.out).startsWith("polls.0003_merge_0002_mine_0002_theirs  ");

            assertThat(bench.run("migrate")).as(bench.err).isZero();
            assertThat(bench.out.lines()).hasSize(4);
            assertThat(bench.run("makemigrations", "--merge")).isZero();
            assertThat(bench.out).isEqualTo("nothing to merge\n");
        }
    }

    @Test
    void tables_that_are_there_are_recorded_and_not_made() {
        try (var bench = bench(Kind.POSTGRESQL)) {
            made(bench, "makemigrations");
            bench.sql("create table polls_question (id bigint primary key, text varchar(20))");

            assertThat(bench.run("migrate")).isEqualTo(1);
            assertThat(bench.err).contains("polls.0001_initial").doesNotContain("\tat ");
            assertThat(bench.run("migrate", "--fake-initial")).as(bench.err).isZero();
            assertThat(bench.out).isEqualTo("recorded as applied: polls.0001_initial\n");
            assertThat(bench.run("migrate", "--fake", "polls", "zero")).isZero();
            assertThat(bench.out).isEqualTo("recorded as undone:  polls.0001_initial\n");
            assertThat(bench.count("polls_question")).isZero();
        }
    }

    @Test
    void one_that_was_edited_is_refused_until_it_is_accepted() {
        try (var bench = bench(Kind.SQLITE)) {
            made(bench, "makemigrations");
            made(bench, "makemigrations", "--empty", "--name=last");
            assertThat(bench.run("migrate")).isZero();
            workshop.write(INITIAL, workshop.read(INITIAL).replace("varchar(\"text\", 20)", "varchar(\"text\", 21)"));
            bench.apps(workshop.app("polls.Polls"));

            assertThat(bench.run("migrate")).isEqualTo(1);
            assertThat(bench.err)
                    .startsWith("migration polls.0001_initial has been edited")
                    .doesNotContain("\tat ");
            assertThat(bench.run("showmigrations")).isZero();
            assertThat(bench.err).startsWith("note: migration polls.0001_initial has been edited since it was applied");
            assertThat(bench.run("migrate", "--fake", "polls", "0001"))
                    .as(bench.err)
                    .isZero();
            assertThat(bench.out).isEqualTo("recorded as it is now: polls.0001_initial\n");

            assertThat(bench.run("showmigrations")).isZero();
            assertThat(bench.out).isEqualTo("polls\n [X] 0001_initial\n [X] 0002_last\n");
            assertThat(bench.err).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_follows_its_model_with_its_rows_and_back(Kind kind) {
        try (var bench = bench(kind)) {
            made(bench, "makemigrations");
            assertThat(bench.run("migrate")).isZero();
            bench.sql("insert into polls_question (text) values ('Tea?')");
            bench.in = new StringReader("y\n'none'\n");
            question(
                    "@Size(max = 20) public String words = \"\"; public int votes; @Size(max = 5) public String note;");
            bench.apps(workshop.app("polls.Polls"));
            made(bench, "makemigrations", "--name=words");

            assertThat(bench.run("migrate")).as(bench.err).isZero();
            assertThat(bench.count("polls_question where words = 'Tea?' and votes = 0 and note = 'none'"))
                    .isOne();
            made(bench, "squashmigrations", "polls", "0002");
            assertThat(bench.run("migrate")).as(bench.err).isZero();
            assertThat(bench.run("makemigrations", "--check")).as(bench.out).isZero();
            assertThat(bench.run("migrate", "polls", "zero")).as(bench.err).isZero();
            assertThat(bench.run("migrate")).as(bench.err).isZero();
            assertThat(bench.count("polls_question where votes = 0")).isZero();
        }
    }

    @Test
    void statements_are_shown_and_not_run() {
        try (var bench = bench(Kind.MARIADB)) {
            made(bench, "makemigrations");

            assertThat(bench.run("sqlmigrate", "polls", "0001")).as(bench.err).isZero();
            assertThat(bench.out)
                    .isEqualTo("-- create model Question\nCREATE TABLE `polls_question` (`id` bigint AUTO_INCREMENT NOT"
                            + " NULL PRIMARY KEY, `text` varchar(20) NOT NULL);\n");
            assertThat(bench.run("showmigrations", "--json")).isZero();
            assertThat(bench.out).isEqualTo("[{\"app\":\"polls\",\"name\":\"0001_initial\",\"applied\":false}]\n");
            assertThat(bench.run("showmigrations", "--plan")).isZero();
            assertThat(bench.out).isEqualTo("[ ] polls.0001_initial\n");
        }
    }

    @Test
    void what_is_not_there_is_told() {
        try (var bench = bench(Kind.SQLITE)) {
            assertThat(bench.run("migrate", "pols")).isEqualTo(1);
            assertThat(bench.err)
                    .isEqualTo("there is no app \"pols\": this project has [polls]; correct the name, or add the app to"
                            + " the project\n");
            made(bench, "makemigrations");
            assertThat(bench.run("sqlmigrate", "polls", "0009")).isEqualTo(1);
            assertThat(bench.err).contains("\"0009\"").doesNotContain("\tat ");
            assertThat(bench.run("makemigrations", "--name=a b")).isEqualTo(2);
        }
    }

    @Test
    void a_circle_of_dependencies_and_a_file_that_has_gone_are_told() throws IOException {
        try (var bench = bench(Kind.SQLITE)) {
            made(bench, "makemigrations");
            made(bench, "makemigrations", "--empty", "--name=other");
            var other = "polls/migrations/M0002_other.java";
            var text = workshop.read(other);
            workshop.write(other, text.replace("0001_initial", "0002_other"));
            bench.apps(workshop.app("polls.Polls"));

            assertThat(bench.run("migrate")).isEqualTo(1);
            assertThat(bench.err)
                    .contains("polls.0002_other -> polls.0002_other")
                    .doesNotContain("\tat ");

            workshop.write(other, text);
            bench.apps(workshop.app("polls.Polls"));
            assertThat(bench.run("migrate")).as(bench.err).isZero();
            Files.delete(workshop.sources.resolve(other));
            bench.apps(workshop.app("polls.Polls"));
            assertThat(bench.run("migrate")).isEqualTo(1);
            assertThat(bench.err)
                    .startsWith("migration polls.0002_other has been applied, and there is no class")
                    .doesNotContain("\tat ");
        }
    }
}
