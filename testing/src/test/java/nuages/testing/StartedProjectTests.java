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
import java.util.Map;
import javax.tools.ToolProvider;
import nuages.project.command.Console;
import nuages.project.start.Start;
import nuages.project.start.Startapp;
import nuages.testing.browser.Browser;
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

        within(
                folder,
                loader -> EngineTestKit.engine("junit-jupiter")
                        .selectors(
                                selectClass(loader.loadClass("mysite.SiteTests")),
                                selectClass(loader.loadClass("polls.PollsTests")))
                        .execute()
                        .testEvents()
                        .assertStatistics(it -> it.started(2).succeeded(2)));
    }

    @Test
    void an_app_of_a_project_without_pages_in_common_has_a_whole_page(@TempDir Path folder) throws Exception {
        var site = folder.resolve("mysite");
        Files.createDirectories(site.resolve("src/main/java"));
        console.attach(new CommandLine(new Startapp(console, site))).execute("opinion_polls");

        assertThat(compile(site, folder.resolve("classes"))).isEmpty();

        within(
                folder,
                loader -> EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(loader.loadClass("opinion_polls.OpinionPollsTests")))
                        .execute()
                        .testEvents()
                        .assertStatistics(it -> it.started(1).succeeded(1)));
    }

    @Test
    void the_first_pages_put_no_barrier_before_anybody(@TempDir Path folder) throws Exception {
        var site = folder.resolve("mysite");
        Start.run(console, "1.2.3", site.toString());
        console.attach(new CommandLine(new Startapp(console, site))).execute("polls");
        compile(site, folder.resolve("classes"));

        within(folder, loader -> {
            look(loader.loadClass("mysite.Site"), "/", "It works.");
            look(loader.loadClass("polls.PollsTests$Alone"), "/polls/", "Polls");
        });
    }

    private static void look(Class<?> main, String path, String text) throws Exception {
        var site = ComposedSite.of(new Recipe(main, Map.of(), false));
        var server = LiveServer.start(site);
        try (var browser = Browser.open()) {
            browser.go(server.url(path));
            browser.awaitText(text);
            browser.screenshot(Path.of("target", "pictures", "started" + path.replace('/', '-') + ".png"));
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        } finally {
            server.stop();
        }
    }

    /** Code that finds what the project has on its class path. */
    private interface Inside {
        void run(ClassLoader loader) throws Exception;
    }

    private static void within(Path folder, Inside code) throws Exception {
        var path = new URL[] {
            folder.resolve("classes").toUri().toURL(),
            folder.resolve("mysite/src/main/resources/").toUri().toURL()
        };
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(path, StartedProjectTests.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            code.run(loader);
        } finally {
            thread.setContextClassLoader(before);
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
