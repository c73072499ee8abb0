package nuages.benchmarks.develop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nuages.benchmarks.models.ThingSource;
import nuages.project.Project;

/** A project of many models in a folder, whose commands are run as {@code ./manage} runs them: each in a JVM of its own. */
final class Workplace {
    private static final int APPS = 10;
    private static final String ARCHIVE = "target/manage/classes.jsa";
    private static final String RESOURCES = "src/main/resources";
    private static final String LOGGING = "logback.xml";

    private final Path folder;
    private final String database;
    private final List<String> path = new ArrayList<>();

    /** A new one with so many models, and a database at that address. */
    Workplace(int models, String database) throws IOException {
        this.folder = Files.createTempDirectory("nuages-workplace");
        this.database = database;
        pack(libraries());
        write("target/manage/compile.path", String.join("\n", path));
        write("target/manage/test.path", String.join("\n", path));
        for (int i = 0; i < models; i++) {
            model(i, "");
        }
        for (int app = 0; app < APPS; app++) {
            app(app, models);
        }
        view("first");
        site();
        logging();
    }

    /** As {@code startproject} writes it. */
    private void logging() throws IOException {
        try (var text = Project.class.getResourceAsStream("/nuages/project/start/project/logback.xml.txt")) {
            write(RESOURCES + "/" + LOGGING, new String(requireNonNull(text).readAllBytes(), UTF_8));
        }
    }

    /** The class path without other sites, each of which says how it logs. */
    private static List<String> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !Files.exists(Path.of(it, LOGGING)))
                .toList();
    }

    /** In jars, as a project has them: Java takes no archive of classes for folders. */
    private void pack(List<String> parts) throws IOException {
        var jars = Files.createDirectory(folder.resolve("libraries"));
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        for (var part : parts) {
            var jar = jars.resolve(path.size() + ".jar").toString();
            if (Files.isDirectory(Path.of(part))) {
                if (tool.run(System.out, System.err, "--create", "--file", jar, "-C", part, ".") != 0) {
                    throw new IOException(part + " could not be packed; see above");
                }
                path.add(jar);
            } else if (Files.exists(Path.of(part))) {
                path.add(part);
            }
        }
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    /** Writes a model, which refers to the one before it in its app. */
    void model(int number, String more) throws IOException {
        int app = number % APPS;
        write(
                "src/main/java/site/app%d/Thing%d.java".formatted(app, number),
                ThingSource.of(app, number, Math.max(number - APPS, app), more));
    }

    private void app(int app, int models) throws IOException {
        var classes = IntStream.range(0, models)
                .filter(it -> it % APPS == app)
                .mapToObj(it -> "Thing" + it + ".class")
                .collect(Collectors.joining(", "));
        write("src/main/java/site/app%1$d/App%1$d.java".formatted(app), """
            package site.app%1$d;

            import java.util.List;
            import nuages.data.model.KeyedModel;
            import nuages.project.App;

            public final class App%1$d implements App {
                @Override
                public String name() {
                    return "app%1$d";
                }

                @Override
                public List<Class<? extends KeyedModel<?>>> models() {
                    return List.of(%2$s);
                }
            }
            """.formatted(app, classes));
    }

    private void site() throws IOException {
        var apps = IntStream.range(0, APPS)
                .mapToObj(it -> "new site.app%1$d.App%1$d()".formatted(it))
                .collect(Collectors.joining(", "));
        write("src/main/java/site/Site.java", """
            package site;

            import nuages.project.Project;
            import nuages.project.Settings;

            final class Site {
                static void main(String[] args) {
                    Project.of(it -> it.database(Settings.env("DATABASE_URL"))
                                    .apps(%s)
                                    .routes(routes -> routes.get("/", View::index)))
                            .run(args);
                }
            }
            """.formatted(apps));
    }

    /** Writes the view, which answers with a word. */
    void view(String word) throws IOException {
        write("src/main/java/site/View.java", """
            package site;

            import nuages.web.http.Request;
            import nuages.web.http.Response;

            final class View {
                static Response index(Request request) {
                    return Response.text("%s");
                }
            }
            """.formatted(word));
    }

    /** How long a command takes, the start of its JVM included; it may not take longer than that. */
    Duration time(Duration limit, String... arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        start(arguments).await(limit, String.join(" ", arguments));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A command that has begun. */
    Serving start(String... arguments) throws IOException {
        var log = folder.resolve("log");
        return new Serving(process(arguments).redirectOutput(log.toFile()).start(), log);
    }

    private ProcessBuilder process(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dnuages.archive=classes.jsa",
                "-Xlog:cds*=off",
                "-Xlog:aot*=off",
                "-cp",
                String.join(File.pathSeparator, path),
                "nuages.project.develop.Manage",
                "site.Site"));
        if (Files.exists(folder.resolve(ARCHIVE))) {
            command.add(1, "-XX:SharedArchiveFile=" + ARCHIVE);
        }
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("DATABASE_URL", database);
        return process;
    }

    /** Deletes it. */
    void close() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
