package nuages.benchmarks.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles many models, with the annotation processor and without. */
public final class Compiling {
    /** How many models. */
    public static final int MODELS = 500;

    private static final int APPS = 10;

    private final Path folder;
    private final List<String> sources = new ArrayList<>();

    /** Writes the models into a new folder. */
    public Compiling() throws IOException {
        folder = Files.createTempDirectory("nuages-models");
        for (int i = 0; i < MODELS; i++) {
            int app = i % APPS;
            // the model before it in the same app; the first one refers to itself
            var file = folder.resolve("src/site/app" + app + "/Thing" + i + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, ThingSource.of(app, i, Math.max(i - APPS, app), ""));
            sources.add(file.toString());
        }
        Files.write(folder.resolve("sources"), sources);
    }

    /** By a compiler that is started for it. */
    public Duration cold(boolean processed) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        command.addAll(options(processed));
        command.add("@" + folder.resolve("sources"));
        long start = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("log")));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** By a compiler in this process, which has compiled before. */
    public Duration warm(boolean processed) throws IOException {
        var arguments = new ArrayList<>(options(processed));
        arguments.addAll(sources);
        var log = new ByteArrayOutputStream();
        long start = System.nanoTime();
        int status = ToolProvider.getSystemJavaCompiler().run(null, log, log, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(log.toString(UTF_8));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private List<String> options(boolean processed) throws IOException {
        var classes = Files.createTempDirectory(folder, "classes").toString();
        var path = System.getProperty("java.class.path");
        var all = new ArrayList<>(List.of("-cp", path, "-d", classes, "-s", classes));
        all.addAll(
                processed
                        ? List.of("-processorpath", path, "-processor", "nuages.processor.ModelProcessor")
                        : List.of("-proc:none"));
        return all;
    }

    /** Deletes what was written. */
    public void close() throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Compiling::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
