package nuages.project.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The libraries of a test as a project has them: in jars, those too that are folders while Nuages is built. */
final class Jars {
    private Jars() {}

    /** Packs what are folders of a class path into jars in a folder; answers with the jars of all. */
    static List<String> of(String path, Path folder) throws IOException {
        Files.createDirectories(folder);
        var jars = new ArrayList<String>();
        for (var part : path.split(File.pathSeparator)) {
            var place = Path.of(part);
            if (Files.isDirectory(place)) {
                place = pack(place, folder.resolve("part-" + jars.size() + ".jar"));
            }
            if (Files.exists(place)) {
                jars.add(place.toString());
            }
        }
        return jars;
    }

    private static Path pack(Path folder, Path jar) {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(tool.run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar.toString(),
                        "-C",
                        folder.toString(),
                        "."))
                .isZero();
        return jar;
    }
}
