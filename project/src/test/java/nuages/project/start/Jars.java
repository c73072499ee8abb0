package nuages.project.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

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

    private static Path pack(Path folder, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            out.setLevel(1);
            for (var file : files.filter(it -> !it.equals(folder)).sorted().toList()) {
                var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
