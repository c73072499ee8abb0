package nuages.data.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nuages.processor.ModelProcessor;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler that Eclipse has, and editors that use its language server. */
class EclipseCompilerTests {
    @TempDir
    private Path folder;

    static List<Golden> models() {
        return Golden.all("models");
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_compiler_of_eclipse_gets_the_same_classes(Golden golden) throws IOException, URISyntaxException {
        var written = folder.resolve("written");
        var options = new ArrayList<String>(List.of("-25", "-nowarn", "-proceedOnError", "-encoding", "UTF-8"));
        options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        options.addAll(List.of("-processorpath", processor(), "-processor", ModelProcessor.class.getName()));
        options.addAll(List.of(
                "-s", written.toString(), "-d", folder.resolve("classes").toString()));
        Files.createDirectories(written);
        for (var source : golden.sources().entrySet()) {
            var file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            options.add(Files.writeString(file, source.getValue()).toString());
        }
        var said = new StringWriter();
        var out = new PrintWriter(said);

        boolean compiled = BatchCompiler.compile(options.toArray(String[]::new), out, out, null);

        assertThat(said.toString()).isEmpty();
        assertThat(compiled).isTrue();
        assertThat(found(written)).isEqualTo(golden.expected());
    }

    private static String processor() throws URISyntaxException {
        var location =
                ModelProcessor.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(location.toURI()).toString();
    }

    private static String found(Path written) throws IOException {
        try (var files = Files.walk(written)) {
            var all = files.filter(Files::isRegularFile).sorted().toList();
            var texts = new ArrayList<String>();
            for (var file : all) {
                var path = written.relativize(file).toString().replace('\\', '/');
                texts.add("=== " + path + "\n" + Files.readString(file));
            }
            return texts.stream().sorted().collect(Collectors.joining());
        }
    }
}
