package nuages.project.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nuages.project.command.Console;
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

    @BeforeEach
    void start() throws Exception {
        site = folder.resolve("my site/mysite");
        Start.run(Console.of(new StringWriter(), new StringWriter()), "1.2.3", site.toString());
        var libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(library -> "   some:library:jar:tests:1.0:compile:" + library + " -- module some.library")
                .collect(Collectors.joining("\n", "The following files have been resolved:\n", "\n"));
        Files.writeString(folder.resolve("libraries"), libraries);
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
                .contains("-cp\n\"src/main/resources" + File.pathSeparator);

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

    private long calls() throws IOException {
        try (var calls = Files.lines(folder.resolve("calls"))) {
            return calls.count();
        }
    }

    private String manage(String... arguments) throws Exception {
        var command = new ProcessBuilder(site.resolve("manage").toString());
        command.command().addAll(Arrays.asList(arguments));
        command.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + File.pathSeparator + path);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = command.redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            var said = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said;
        }
    }
}
