package nuages.project.develop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Sketch sketch;

    @BeforeEach
    void draw() throws Exception {
        sketch = new Sketch(folder);
    }

    @Test
    void what_was_compiled_before_is_found_again() throws Exception {
        var first = built();
        var again = built();
        sketch.views("Response.text(\"other\")");
        var other = built();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.resolve("site/Views.class")).exists();
    }

    @Test
    void what_is_found_again_needs_neither_compiler_nor_annotation_processors() throws Exception {
        var library = Files.createDirectory(folder.resolve("library"));
        var path = new ArrayList<>(sketch.layout.compilePath());
        path.add(library);
        var first = compile(path);
        var services = Files.createDirectories(library.resolve("META-INF/services"));
        Files.writeString(services.resolve("javax.annotation.processing.Processor"), "not.There");

        assertThat(compile(path)).isEqualTo(first);
    }

    @Test
    void only_the_last_few_stay() throws Exception {
        var left = Files.createDirectories(sketch.layout.made().resolve("draft-of-one-that-was-killed"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        for (int turn = 0; turn < 8; turn++) {
            sketch.views("Response.text(\"turn " + turn + "\")");
            built();
        }

        try (var made = Files.list(sketch.layout.made())) {
            assertThat(made.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("classes-") || name.startsWith("draft-"))
                    .hasSize(5);
        }
    }

    @Test
    void a_mistake_is_told_with_its_place() throws Exception {
        sketch.views("Response.txt(1)");

        var refused = (Outcome.Refused) compile();

        assertThat(refused.text()).isEqualTo("""
            src/main/java/site/Views.java:11: cannot find symbol
              symbol:   method txt(int)
              location: interface nuages.web.http.Response
                        return Response.txt(1);
                                       ^
            1 error\
            """);
        assertThat(refused.mistakes().getFirst().excerpt())
                .extracting(Mistake.Line::number)
                .containsExactly(8, 9, 10, 11, 12, 13);
    }

    @Test
    void annotation_processors_on_the_path_write_what_belongs_to_models() throws Exception {
        sketch.write("src/main/java/site/Question.java", """
            package site;

            public class Question extends nuages.data.model.Model {
                public int votes;
            }
            """);
        sketch.views("Response.text(Question_.votes.toString())");

        assertThat(built().resolve("site/Question_.class")).exists();
    }

    @Test
    void an_empty_project_has_no_classes() throws Exception {
        Files.delete(folder.resolve("src/main/java/site/Site.java"));
        Files.delete(folder.resolve("src/main/java/site/Views.java"));

        assertThat(built()).isEmptyDirectory();
    }

    @Test
    void commands_say_what_does_not_compile() throws Exception {
        sketch.views("mistake");

        assertThat(sketch.run("check")).isEqualTo(1);
        assertThat(sketch.err.toString()).contains("src/main/java/site/Views.java:11: cannot find symbol");
    }

    @Test
    void libraries_that_were_not_asked_for_are_told() throws Exception {
        Files.delete(sketch.layout.made().resolve("compile.path"));

        assertThat(sketch.run("check")).isEqualTo(1);
        assertThat(sketch.err.toString()).contains("compile.path cannot be read", "delete target/manage");
    }

    private Path built() {
        return ((Outcome.Built) compile()).folder();
    }

    private Outcome compile() {
        return compile(sketch.layout.compilePath());
    }

    private Outcome compile(List<Path> path) {
        var layout = sketch.layout;
        return new Compiler(layout, path)
                .compile(Look.at(List.of(layout.sources())).sourcesIn(layout.sources()));
    }
}
