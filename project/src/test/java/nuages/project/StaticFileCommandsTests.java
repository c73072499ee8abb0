package nuages.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.project.pages.PagesApp;
import nuages.web.resource.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticFileCommandsTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String out = "";
    private String err = "";

    @Test
    void static_files_of_apps_are_collected_and_then_served_by_their_hashed_names() throws IOException {
        assertThat(run("", "collectstatic", "--dry-run")).isEqualTo(0);
        assertThat(out).contains("would copy pages/style.css", "2 static files would be copied to ");
        assertThat(run("", "check", "--deploy")).isEqualTo(1);
        assertThat(err).contains("static files are not collected in ");

        assertThat(run("", "collectstatic")).as(err).isEqualTo(0);

        assertThat(out).isEqualTo("2 static files copied to " + folder.resolve("root") + ".\n");
        assertThat(folder.resolve("root/staticfiles.json")).content().contains("pages/style.");
        assertThat(run("", "collectstatic")).isEqualTo(0);
        assertThat(out).contains("0 static files copied", "2 unmodified");
        run("", "check", "--deploy");
        assertThat(err).doesNotContain("static files");
    }

    @Test
    void nothing_is_removed_unless_somebody_says_yes() throws IOException {
        Files.createDirectories(folder.resolve("root"));
        Files.writeString(folder.resolve("root/old.css"), "old");

        assertThat(run("no\n", "collectstatic", "--clear")).isEqualTo(1);
        assertThat(folder.resolve("root/old.css")).exists();
        assertThat(run("", "collectstatic", "--clear", "--no-input")).isEqualTo(0);
        assertThat(folder.resolve("root/old.css")).doesNotExist();
    }

    @Test
    void findstatic_tells_all_places_and_which_counts() throws IOException {
        var file = folder.resolve("mine/pages/style.css");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "mine");

        assertThat(run("", "findstatic", "pages/style.css", "none.css")).isEqualTo(1);

        assertThat(out.lines().toList()).hasSize(3).element(0).isEqualTo("pages/style.css:");
        assertThat(out.lines().toList().get(1).strip()).isEqualTo(file.toString());
        assertThat(err).startsWith("there is no static file \"none.css\" in [");
        assertThat(run("", "findstatic", "--first", "pages/style.css")).isEqualTo(0);
        assertThat(out.lines()).hasSize(2);
    }

    private int run(String typed, String... arguments) {
        var said = new Recorder("");
        var complained = new Recorder("");
        int code = Project.of(settings ->
                        settings.apps(new PagesApp()).staticFiles(it -> it.folder(Folder.of(folder.resolve("mine")))))
                .in(() -> new Environment(
                        Map.of("NUAGES_STATIC_ROOT", folder.resolve("root").toString()), folder.resolve(".env")))
                .run(Console.of(new StringReader(typed), said, complained), Stop.byHand(), arguments);
        out = said.toString();
        err = complained.toString();
        return code;
    }
}
