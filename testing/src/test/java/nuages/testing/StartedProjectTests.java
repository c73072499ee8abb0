package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import nuages.project.command.Console;
import nuages.project.start.Start;
import nuages.project.start.Startapp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import picocli.CommandLine;

/** What {@code startproject} and {@code startapp} write as tests. */
class StartedProjectTests {
    private final StringWriter out = new StringWriter();
    private final Console console = Console.of(out, out);

    @Test
    void the_tests_of_a_new_project_and_of_a_new_app_pass(@TempDir Path folder) throws Exception {
        var site = folder.resolve("mysite");
        Start.run(console, "1.2.3", site.toString());
        console.attach(new CommandLine(new Startapp(console, site))).execute("polls");

        assertThat(compile(site, folder.resolve("classes"))).isEmpty();

        try (var loader = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(
                            selectClass(loader.loadClass("mysite.SiteTests")),
                            selectClass(loader.loadClass("polls.PollsTests")))
                    .execute()
                    .testEvents()
                    .assertStatistics(it -> it.started(2).succeeded(2));
        }
    }

    private static String compile(Path site, Path classes) throws IOException {
        var said = new StringWriter();
        var javac = ToolProvider.getSystemJavaCompiler();
        var options = List.of("-d", classes.toString(), "-Xlint:all,-processing,-classfile", "-proc:none");
        try (var manager = javac.getStandardFileManager(null, null, null);
                var files = Files.walk(site.resolve("src"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            javac.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }
}
