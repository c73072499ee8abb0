package nuages.project.start;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import nuages.project.command.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StartTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console = Console.of(out, err);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path site;

    @BeforeEach
    void choose() {
        site = folder.resolve("mysite");
    }

    @Test
    void a_started_project_is_whole() throws Exception {
        assertThat(start(site.toString())).isZero();

        assertThat(out.toString()).contains("cd " + site, "./manage runserver");
        assertThat(site.resolve("manage")).isExecutable();
        for (var file : files()) {
            assertThat(file).content().doesNotContainPattern("\\{\\{\\w+}}");
        }
        assertThat(site.resolve("deploy/mysite.service")).content().contains("/opt/mysite/mysite.jar");
        assertThat(site.resolve(".env")).content().containsPattern("SECRET_KEY=[0-9a-f]{64}\n");
        assertThat(Files.getPosixFilePermissions(site.resolve(".env")))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
        assertThat(site.resolve("src/main/resources/templates/base.html"))
                .content()
                .contains("{{ static('style.css') }}");
        assertThat(site.resolve("src/main/resources/static/style.css")).isNotEmptyFile();
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(site.resolve("pom.xml").toFile());
        assertThat(pom.getElementsByTagName("nuages.version").item(0).getTextContent())
                .isEqualTo("1.2.3");
    }

    @Test
    void a_started_project_and_an_app_compile_without_a_warning() throws Exception {
        start(site.toString());

        assertThat(startapp("opinion_polls")).isZero();

        assertThat(out.toString()).contains(".apps(new opinion_polls.OpinionPolls())");
        assertThat(compile()).isEmpty();
        var own = site.resolve("src/main/resources/opinion_polls");
        assertThat(own.resolve("templates/opinion_polls/index.html"))
                .content()
                .contains("{% extends \"base.html\" %}", "static('opinion_polls/style.css')");
        assertThat(own.resolve("static/opinion_polls/style.css")).isNotEmptyFile();
    }

    @Test
    void nothing_is_overwritten() throws Exception {
        start(site.toString());
        Files.writeString(site.resolve("pom.xml"), "mine");

        assertThat(start(site.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("nothing was written, as there is something already: ");
        assertThat(site.resolve("pom.xml")).hasContent("mine");
    }

    @Test
    void apps_belong_into_projects() {
        assertThat(startapp("polls")).isNotZero();
        assertThat(err.toString()).contains("startapp writes into a project");
    }

    @ParameterizedTest
    @CsvSource({"my-site, mysite", "3polls, polls", "Polls, polls", "class, mysite", "nuages, mysite", "müll, mll"})
    void what_is_no_name_is_refused_with_one_that_is(String name, String suggestion) {
        assertThat(start(folder.resolve(name).toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("\"" + name + "\" is no name for a project or an app")
                .contains("for example " + suggestion + "\n");
    }

    private int start(String... arguments) {
        return Start.run(console, "1.2.3", arguments);
    }

    private int startapp(String name) {
        return console.attach(new CommandLine(new Startapp(console, site))).execute(name);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(site)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** What the compiler says of the project's sources; tests need a library that knows this one. */
    private String compile() throws IOException {
        var said = new StringWriter();
        var javac = ToolProvider.getSystemJavaCompiler();
        var options =
                List.of("-d", folder.resolve("classes").toString(), "-Xlint:all,-processing,-classfile", "-proc:none");
        try (var manager = javac.getStandardFileManager(null, null, null)) {
            var sources = files().stream()
                    .filter(file -> file.toString().endsWith(".java") && !file.startsWith(site.resolve("src/test")))
                    .toList();
            javac.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }
}
