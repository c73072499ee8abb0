package nuages.web.staticfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutLocaleTests {
    @Test
    void files_have_their_names_where_no_locale_is_set(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/é.css"), "a{}");

        var printed = printed(folder);

        assertThat(printed).isEqualTo("""
            locale ANSI_X3.4-1968
            /media/caf%C3%A9.png true 5 image/png
            false false false
            404
            /media/caf%C3%A9.png true 5 image/png
            false false false
            404
            /static/%C3%A9.css
            Optional[text/css; charset=utf-8]a{}
            404
            collected 1
            /static/%C3%A9.5f546eb4606b.css
            Optional[text/css; charset=utf-8]a{}
            404
            """);
        assertThat(folder.resolve("collected/é.css")).hasContent("a{}");
    }

    /** What it prints, in a Java of its own: the locale is read when a Java starts. */
    private static String printed(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutLocale.class.getName(),
                        folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
