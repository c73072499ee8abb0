package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.project.pages.PagesApp;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.resource.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTemplatesTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void an_app_brings_its_templates_and_functions_and_the_project_overrides_them() throws Exception {
        assertThat(page(settings -> settings.apps(new PagesApp()), "/pages/Ann&Bob/"))
                .isEqualTo("""
                    <title>of the project</title>Hello Ann&amp;Bob <a href="/pages/Ann&amp;Bob/">again</a>\
                    """);
    }

    @Test
    void what_the_project_says_of_templates_holds_before_what_apps_say() throws Exception {
        write("pages/base.html", "<title>of a folder</title>{% block body %}{% endblock %}");

        assertThat(page(
                        settings -> settings.apps(new PagesApp())
                                .templates(it ->
                                        it.folder(Folder.of(folder)).function("greet", call -> "Bye " + call.text(0))),
                        "/pages/Ann/"))
                .isEqualTo("<title>of a folder</title>Bye Ann <a href=\"/pages/Ann/\">again</a>");
    }

    @Test
    void a_developer_sees_what_has_changed() throws Exception {
        write("pages/hello.html", "old");
        var site = site(
                settings -> settings.apps(new PagesApp()).debug(true).templates(it -> it.folder(Folder.of(folder))));

        assertThat(answer(site, "/pages/Ann/")).isEqualTo("old");
        write("pages/hello.html", "new");
        assertThat(answer(site, "/pages/Ann/")).isEqualTo("new");
    }

    @Test
    void check_reads_all_templates() throws IOException {
        write("pages/wrong.html", "\n{{ url('pages.helo') }}");
        var err = new Recorder("");

        int code = Project.of(settings -> settings.apps(new PagesApp()).templates(it -> it.folder(Folder.of(folder))))
                .in(() -> new Environment(Map.of(), folder.resolve(".env")))
                .run(Console.of(new Recorder(""), err), Stop.byHand(), "check");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("pages/wrong.html:2: there is no route \"pages.helo\"");
    }

    private String page(Consumer<Settings> settings, String path) throws Exception {
        return answer(site(settings), path);
    }

    private nuages.project.command.Site site(Consumer<Settings> change) {
        var settings = new Settings(new Environment(Map.of(), folder.resolve(".env")));
        change.accept(settings);
        return new Composer(settings).site();
    }

    private static String answer(nuages.project.command.Site site, String path) throws Exception {
        var request = Request.builder(Method.GET, path).build();
        var response =
                Work.of("GET " + path, Databases.of()).run(() -> site.handler().handle(request));
        return new String(((Response.Full) response).body(), StandardCharsets.UTF_8).strip();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
