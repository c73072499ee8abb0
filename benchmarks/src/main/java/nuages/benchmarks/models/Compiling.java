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
            Files.writeString(file, model(app, i, Math.max(i - APPS, app)));
            sources.add(file.toString());
        }
        Files.write(folder.resolve("sources"), sources);
    }

    private static String model(int app, int number, int other) {
        return """
                    package site.app%1$d;

                    import jakarta.validation.constraints.Digits;
                    import jakarta.validation.constraints.Size;
                    import java.math.BigDecimal;
                    import java.time.Instant;
                    import nuages.data.mapping.ForeignKey;
                    import nuages.data.mapping.Index;
                    import nuages.data.mapping.OnDelete;
                    import nuages.data.mapping.Unique;
                    import nuages.data.model.Model;
                    import nuages.data.model.QuerySet;
                    import nuages.data.model.Ref;
                    import org.jspecify.annotations.Nullable;

                    /** One of many. */
                    @Index(fields = {"name", "-published"})
                    public class Thing%2$d extends Model {
                        public static final QuerySet<Thing%2$d> objects = QuerySet.of(Thing%2$d.class);

                        @Unique @Size(max = 100) public String name = "";
                        @Size(max = 2000) public @Nullable String text;
                        @Digits(integer = 8, fraction = 2) public BigDecimal price = BigDecimal.ZERO;
                        @ForeignKey(onDelete = OnDelete.CASCADE) public Ref<Thing%3$d> other;
                        public Instant published = Instant.EPOCH;
                        public int stock;
                        public boolean active = true;
                    }
            """.formatted(app, number, other);
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
