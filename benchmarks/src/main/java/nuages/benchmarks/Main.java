package nuages.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nuages.benchmarks.develop.Waiting;
import nuages.benchmarks.models.Bulk;
import nuages.benchmarks.models.Compiling;
import nuages.benchmarks.models.ModelReading;
import nuages.benchmarks.web.WebWorkloads;

/** Runs a benchmark and prints its table. */
final class Main {
    private static final String USAGE = """
        usage: benchmarks/run jmh [pattern]                          single operations, beside HikariCP and Agroal
               benchmarks/run starve [postgresql|mariadb]            1000 threads on 10 connections, beside the same
               benchmarks/run storm [postgresql|mariadb|sqlite]      waves of visitors, half of which leave
               benchmarks/run models                                 rows into objects, beside JDBC and other libraries
               benchmarks/run bulk [postgresql|mariadb|sqlite]       100,000 new rows, beside a batch of JDBC
               benchmarks/run compile                                500 models, with the annotation processor and without
               benchmarks/run web [postgresql|mariadb]               six classic web workloads, beside the same by hand
               benchmarks/run leave [postgresql|mariadb|sqlite]      visitors who leave while their statement runs
               benchmarks/run develop [postgresql|mariadb|sqlite]    commands and edits of a project of 200 models
        """;

    private Main() {}

    /** Something to measure on a database. */
    @FunctionalInterface
    private interface Measurement {
        /** Measures it and prints the table. */
        void run(Store store) throws Exception;
    }

    static void main(String[] args) throws Exception {
        var command = args.length == 0 ? "" : args[0];
        var argument = args.length < 2 ? Optional.<String>empty() : Optional.of(args[1]);
        int status = switch (command) {
            case "command" -> command();
            case "jmh" -> Microbenchmarks.run(argument.orElse(".*"));
            case "models" -> on(Optional.empty(), store -> IO.println(ModelReading.run(store.url())));
            case "bulk" -> on(argument, Main::bulk);
            case "compile" -> compile();
            case "web" -> on(argument, Main::web);
            case "starve" -> on(argument, Starve::run);
            case "storm" -> on(argument, Storm::run);
            case "leave" -> on(argument, Leaving::run);
            case "develop" -> on(argument, Main::develop);
            default -> usage();
        };
        System.exit(status);
    }

    private static int on(Optional<String> name, Measurement measurement) throws Exception {
        var kind = Store.Kind.named(name.orElse("postgresql"));
        if (kind.isEmpty()) {
            return usage();
        }
        try (var store = Store.start(kind.get())) {
            measurement.run(store);
        }
        return 0;
    }

    private static void bulk(Store store) throws Exception {
        var table = new Table(store.kind() + ", 100,000 new rows", "nuages ms", "jdbc ms", "to jdbc");
        var bulk = new Bulk(store.url());
        for (int round = 1; round <= 8; round++) {
            long jdbc = bulk.jdbc().toMillis();
            long nuages = bulk.nuages().toMillis();
            table.row("round " + round, nuages, jdbc, (double) nuages / jdbc);
        }
        bulk.close();
        IO.println(table);
    }

    private static void web(Store store) throws Exception {
        var table = new Table("64 connections", "nuages/s", "by hand/s", "to by hand", "bytes", "bytes by hand");
        WebWorkloads.run(
                store.url(),
                it -> table.row(
                        it.page(),
                        Math.round(it.nuages()),
                        Math.round(it.byHand()),
                        it.nuages() / it.byHand(),
                        it.bytes(),
                        it.bytesByHand()));
        IO.println(table);
    }

    private static void develop(Store store) throws Exception {
        var table = new Table(store.kind() + ", 200 models", "ms");
        try (var waiting = new Waiting(store.url(), it -> {
            IO.println(it.took().toMillis() + " ms: " + it.what());
            table.row(it.what(), it.took().toMillis());
        })) {
            waiting.commands();
            waiting.edits(5);
        }
        IO.println(table);
    }

    private static int compile() throws Exception {
        var table = new Table("500 models", "plain ms", "with fields ms", "added ms");
        var compiling = new Compiling();
        for (int round = 1; round <= 4; round++) {
            compiled(table, "new compiler", compiling.cold(false), compiling.cold(true));
        }
        for (int round = 1; round <= 8; round++) {
            compiled(table, "same compiler", compiling.warm(false), compiling.warm(true));
        }
        compiling.close();
        IO.println(table);
        return 0;
    }

    private static void compiled(Table table, String name, Duration plain, Duration processed) {
        table.row(
                name,
                plain.toMillis(),
                processed.toMillis(),
                processed.minus(plain).toMillis());
    }

    /** Prints how to start a benchmark in the way this was started. */
    private static int command() {
        IO.println(String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=benchmarks-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        return 0;
    }

    private static int usage() {
        IO.println(USAGE);
        return 2;
    }
}
