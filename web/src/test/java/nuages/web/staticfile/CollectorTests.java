package nuages.web.staticfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import nuages.data.error.SettingsException;
import nuages.web.resource.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTests {
    private final Path project;
    private final Path app;
    private final Path root;
    private final StaticSettings settings;

    CollectorTests(@TempDir Path folder) {
        this.project = folder.resolve("project");
        this.app = folder.resolve("app");
        this.root = folder.resolve("root");
        this.settings = StaticSettings.standard()
                .folder(Folder.of(project))
                .folder(Folder.of(app))
                .root(root);
    }

    @Test
    void each_file_is_there_under_its_name_and_under_one_with_its_hash() throws IOException {
        write(app, "polls/a.js", "a");
        write(app, "LICENSE", "free");

        var collected = new Collector(settings).collect(false);

        assertThat(collected.copied()).containsExactly("LICENSE", "polls/a.js");
        assertThat(root.resolve("polls/a.js")).hasContent("a");
        assertThat(root.resolve("polls/a.ca978112ca1b.js")).hasContent("a");
        assertThat(root.resolve("staticfiles.json"))
                .content()
                .contains(
                        "\"paths\":{\"LICENSE\":\"LICENSE.",
                        "\"polls/a.js\":\"polls/a.ca978112ca1b.js\"",
                        "\"version\":\"1.1\"");
    }

    @Test
    void of_two_files_of_one_name_that_of_the_first_folder_is_taken() throws IOException {
        write(project, "a.css", "of the project");
        write(app, "a.css", "of the app");

        new Collector(settings).collect(false);

        assertThat(root.resolve("a.css")).hasContent("of the project");
    }

    @Test
    void style_sheets_call_what_they_refer_to_by_its_hashed_name() throws IOException {
        write(app, "img/a b.png", "png");
        write(app, "css/other.css", "b { background: url(../img/dot.svg#x) }");
        write(app, "img/dot.svg", "<svg/>");
        write(app, "css/main.css", """
            @import "other.css" screen;
            @import url('other.css');
            /* url(nowhere.png) */
            a { background: url( "../img/a b.png?v=1" ), URL(/static/img/dot.svg) }
            a::after { content: "url(nowhere.png)" }
            c { background: url(data:image/png;base64,AA), url(https://a.org/b.png), url(//a.org/b.png), url(#id), url(/media/x) }
            """);

        new Collector(settings).collect(false);

        var paths = Manifest.read(root).orElseThrow().paths();
        var main = Files.readString(root.resolve(paths.get("css/main.css")));
        assertThat(main).isEqualTo("""
            @import "%s" screen;
            @import url('%s');
            /* url(nowhere.png) */
            a { background: url( "../%s?v=1" ), URL(/static/%s) }
            a::after { content: "url(nowhere.png)" }
            c { background: url(data:image/png;base64,AA), url(https://a.org/b.png), url(//a.org/b.png), url(#id), url(/media/x) }
            """.formatted(
                        Path.of("" + paths.get("css/other.css")).getFileName(),
                        Path.of("" + paths.get("css/other.css")).getFileName(),
                        "" + paths.get("img/a b.png"),
                        paths.get("img/dot.svg"))
                .replace("a b.", "a%20b."));
        assertThat(Files.readString(root.resolve(paths.get("css/other.css"))))
                .isEqualTo("b { background: url(../" + paths.get("img/dot.svg") + "#x) }");
    }

    @Test
    void references_are_read_and_written_as_urls() throws IOException {
        write(app, "fonts/My Font.woff2", "font");
        write(app, "fonts/é(1)'.woff2", "font");
        write(app, "fonts/100%.woff2", "font");
        write(app, "a b/main.css", """
            a { src: url("../fonts/My%20Font.woff2?#iefix"), url(/static/fonts/My%20Font.woff2) }
            b { src: url(../fonts/%C3%A9%281%29%27.woff2), url("../fonts/é(1)'.woff2"), url("../fonts/100%.woff2") }
            c { src: url(../a%20b/../fonts/My%20Font.woff2) }
            """);

        new Collector(settings).collect(false);

        var main = Files.readString(
                root.resolve(Manifest.read(root).orElseThrow().paths().get("a b/main.css")));
        var hash = Hash.of("font".getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        assertThat(main.replace(hash, "HASH")).isEqualTo("""
            a { src: url("../fonts/My%20Font.HASH.woff2?#iefix"), url(/static/fonts/My%20Font.HASH.woff2) }
            b { src: url(../fonts/%C3%A9%281%29%27.HASH.woff2), url("../fonts/%C3%A9%281%29%27.HASH.woff2"), url("../fonts/100%25.HASH.woff2") }
            c { src: url(../a%20b/../fonts/My%20Font.HASH.woff2) }
            """);
    }

    @Test
    void what_a_sheet_refers_to_changes_its_own_name() throws IOException {
        write(app, "a.css", "@import 'b.css';");
        write(app, "b.css", "b {}");
        new Collector(settings).collect(false);
        var before = Manifest.read(root).orElseThrow().paths();

        write(app, "b.css", "b { color: red }");
        new Collector(settings).collect(false);

        assertThat(Manifest.read(root).orElseThrow().paths().get("a.css")).isNotEqualTo(before.get("a.css"));
    }

    @Test
    void sheets_that_import_each_other_are_collected_all_the_same() throws IOException {
        write(app, "a.css", "@import 'b.css';");
        write(app, "b.css", "@import 'a.css';");

        new Collector(settings).collect(false);

        assertThat(Manifest.read(root).orElseThrow().paths()).containsKeys("a.css", "b.css");
    }

    @Test
    void references_that_lead_nowhere_are_told_all_together() throws IOException {
        write(app, "a.css", "a { background: url(none.png) }");
        write(app, "b.css", "a { background: url(../../none.svg) }");

        assertThatThrownBy(() -> new Collector(settings).collect(false))
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                    nothing was collected, as style sheets refer to files that are not there:
                      a.css refers to none.png, and there is no file none.png
                      b.css refers to ../../none.svg, and there is no file none.svg
                    add these files, or correct the references\
                    """);
        assertThat(root).doesNotExist();
    }

    @Test
    void what_is_worth_it_is_compressed() throws IOException {
        write(app, "long.js", "var a = 1;\n".repeat(100));
        write(app, "short.js", "var a = 1;");
        write(app, "long.png", "p".repeat(1000));

        new Collector(settings).collect(false);

        var paths = Manifest.read(root).orElseThrow().paths();
        var compressed = root.resolve(paths.get("long.js") + ".gz");
        try (var stream = new GZIPInputStream(Files.newInputStream(compressed))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("var a = 1;\nvar");
        }
        assertThat(root.resolve(paths.get("short.js") + ".gz")).doesNotExist();
        assertThat(root.resolve(paths.get("long.png") + ".gz")).doesNotExist();
    }

    @Test
    void the_second_time_only_what_has_changed_is_written() throws IOException {
        write(app, "a.js", "a");
        write(app, "b.js", "b");
        new Collector(settings).collect(false);

        write(app, "b.js", "new");
        var dry = new Collector(settings).collect(true);
        assertThat(root.resolve("b.js")).hasContent("b");
        var collected = new Collector(settings).collect(false);

        assertThat(dry).isEqualTo(collected);
        assertThat(collected.copied()).containsExactly("b.js");
        assertThat(collected.unmodified()).isEqualTo(1);
        assertThat(root.resolve("b.js")).hasContent("new");
    }

    @Test
    void a_dry_run_writes_nothing_and_clearing_removes_everything() throws IOException {
        write(app, "a.js", "a");
        new Collector(settings).collect(true);
        assertThat(root).doesNotExist();

        write(root, "old/b.js", "b");
        new Collector(settings).clear();

        assertThat(root).isEmptyDirectory();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
