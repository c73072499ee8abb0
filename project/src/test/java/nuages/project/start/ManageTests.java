package nuages.project.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import nuages.project.command.Console;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a started project, with a Maven that answers at once: with the libraries of this test. */
class ManageTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path site;

    private String options = "";

    @BeforeEach
    void start() throws Exception {
        site = folder.resolve("my site/mysite");
        Start.run(Console.of(new StringWriter(), new StringWriter()), "1.2.3", site.toString());
        libraries(Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator)));
        Files.createDirectories(folder.resolve("bin"));
        var maven = Files.writeString(folder.resolve("bin/mvn"), """
            #!/bin/sh
            echo asked >>"%1$s/calls"
            for each in "$@"; do
                case $each in -DoutputFile=*) cp "%1$s/libraries" "${each#-DoutputFile=}" ;; esac
            done
            """.formatted(folder));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void maven_is_asked_once_and_again_when_its_file_has_changed() throws Exception {
        assertThat(manage("check")).contains("Asking Maven", "no problems");
        assertThat(manage("--help")).contains("Usage: ./manage", "startapp", "test", "shell");
        assertThat(calls()).isEqualTo(1);
        assertThat(site.resolve("target/manage/arguments"))
                .content()
                .contains("-Dnuages.archive=classes.jsa")
                .doesNotContain("src/main/resources");

        Files.writeString(site.resolve("pom.xml"), Files.readString(site.resolve("pom.xml")) + "<!-- changed -->\n");

        assertThat(manage("--version")).contains("Asking Maven", "Nuages");
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void a_maven_that_fails_is_told() throws Exception {
        Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\necho 'no such artifact'\nexit 1\n");

        assertThat(manage("check"))
                .contains("no such artifact", "Maven cannot tell the libraries of this project", "./run install");
    }

    @Test
    void later_commands_take_classes_from_an_archive() throws Exception {
        libraries(Jars.of(System.getProperty("java.class.path"), folder.resolve("my jars")));
        var archive = site.resolve("target/manage/classes.jsa");
        var loaded = folder.resolve("loaded");

        assertThat(manage("--version")).contains("Nuages").doesNotContain("[cds", "[aot", "warning");
        assertThat(archive).isNotEmptyFile();
        options = "-Xlog:class+load:file=" + loaded;
        assertThat(manage("check")).doesNotContain("[cds", "[aot", "warning");
        assertThat(Files.readString(loaded))
                .containsPattern("nuages.project.develop.Manage source: shared objects file \\(top\\)");

        options = "";
        var size = Files.size(archive);
        Files.write(archive, new byte[] {1, 2, 3});
        assertThat(manage("--version")).isEqualTo("Nuages (not packaged)"); // and no word of the spoiled archive
        assertThat(Files.size(archive)).isCloseTo(size, Percentage.withPercentage(5));
        assertThat(site.resolve("target/manage")).isDirectoryNotContaining("glob:**/draft-*");
    }

    @Test
    void the_project_says_how_it_logs() throws Exception {
        Files.writeString(
                site.resolve("src/main/resources/logback.xml"),
                Files.readString(site.resolve("src/main/resources/logback.xml")).replace("%msg", "the project: %msg"));
        var main = site.resolve("src/main/java/mysite/Site.java");
        var word = "        org.slf4j.LoggerFactory.getLogger(\"nuages.access\").info(\"tea\");\n";
        Files.writeString(
                main,
                Files.readString(main)
                        .replaceFirst("(?m)(static void main.*\\{\n)", "$1" + Matcher.quoteReplacement(word)));

        assertThat(manage("check")).contains("the project: tea\n");
    }

    private void libraries(List<String> files) throws IOException {
        var lines = files.stream()
                .map(library -> "   some:library:jar:tests:1.0:compile:" + library + " -- module some.library")
                .collect(Collectors.joining("\n", "The following files have been resolved:\n", "\n"));
        Files.writeString(folder.resolve("libraries"), lines);
    }

    private long calls() throws IOException {
        try (var calls = Files.lines(folder.resolve("calls"))) {
            return calls.count();
        }
    }

    private String manage(String... arguments) throws Exception {
        var command = new ProcessBuilder(site.resolve("manage").toString());
        command.command().addAll(Arrays.asList(arguments));
        command.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + File.pathSeparator + path);
        if (!options.isEmpty()) {
            command.environment().put("JDK_JAVA_OPTIONS", options);
        }
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = command.redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            var said = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said;
        }
    }
}
