package nuages.benchmarks.develop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A jar of what a build has put into a folder. */
final class Jar {
    private Jar() {}

    /** Packs a folder, its folders too. */
    static void pack(Path folder, Path jar) throws IOException {
        Files.createDirectories(jar.resolveSibling(""));
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var parts = Files.walk(folder)) {
            for (var part : parts.filter(it -> !it.equals(folder)).sorted().toList()) {
                var name = folder.relativize(part).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(part) ? name + "/" : name));
                if (Files.isRegularFile(part)) {
                    Files.copy(part, out);
                }
                out.closeEntry();
            }
        }
    }
}
