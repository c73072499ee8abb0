package nuages.project.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import nuages.data.connection.Atomic;
import nuages.data.dialect.Isolation;
import nuages.data.error.SettingsException;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelType;
import nuages.project.fixture.Dump;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes rows as JSON, in the format of Django's fixtures. */
@Command(
        name = "dumpdata",
        description = "Writes rows as JSON, in the format of Django's fixtures: all as they are at one moment.",
        mixinStandardHelpOptions = true)
final class Dumpdata implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "APP[.MODEL]",
            description = "Apps, or models of them, such as shop or shop.product; without any, all of them.")
    private List<String> wanted = List.of();

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "APP[.MODEL]",
            description = "Leave these out.")
    private List<String> left = List.of();

    @Mixin
    private final Alias alias = new Alias();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file.")
    private @Nullable Path file;

    @Option(names = "--indent", description = "Give each value a line of its own.")
    private boolean indented;

    @Option(
            names = "--natural-foreign",
            description = "Refer to rows by what they are told apart by: the first of their fields, or sets of fields,"
                    + " that are unique and never null.")
    private boolean naturalForeign;

    @Option(names = "--natural-primary", description = "Leave out the keys of rows that can be told apart without.")
    private boolean naturalPrimary;

    @Option(
            names = "--pks",
            paramLabel = "KEY",
            split = ",",
            description = "Only the rows with these keys, with commas between; for one model.")
    private List<String> keys = List.of();

    Dumpdata(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var models = source.get().inventory().models();
        var chosen = models.stream()
                .filter(it -> wanted.isEmpty() || among(wanted, it))
                .filter(it -> !among(left, it))
                .toList();
        for (var name : wanted) {
            if (models.stream().noneMatch(it -> named(name, it))) {
                throw new SettingsException("this project has no app or model \"" + name + "\": it has "
                        + models.stream().map(Dumpdata::name).toList());
            }
        }
        if (!keys.isEmpty() && chosen.size() != 1) {
            console.complain("--pks is for one model, and " + chosen.size() + " were chosen: name one, such as "
                    + models.stream().map(Dumpdata::name).findFirst().orElse("shop.product"));
            return ExitCode.USAGE;
        }
        if (file == null) {
            dump(models, chosen, console.writer(), _ -> {});
        } else {
            var headway = new Headway(console, "written");
            long rows;
            try {
                rows = new WholeFile(file).write(to -> dump(models, chosen, to, headway));
            } finally {
                headway.end();
            }
            console.say("wrote " + rows + (rows == 1 ? " row to " : " rows to ") + file);
        }
        return ExitCode.OK;
    }

    /** All rows as they are at one moment, whoever writes meanwhile. */
    private long dump(
            List<Class<? extends KeyedModel<?>>> models,
            List<Class<? extends KeyedModel<?>>> chosen,
            Writer to,
            LongConsumer told)
            throws IOException {
        var database = alias.database();
        var options = new Dump.Options(naturalForeign, naturalPrimary, indented, keys);
        return database.atomic(
                Atomic.standard().asReadOnly().isolated(Isolation.REPEATABLE_READ),
                () -> Dump.write(database, models, chosen, options, to, told));
    }

    private static boolean among(List<String> names, Class<? extends KeyedModel<?>> model) {
        return names.stream().anyMatch(it -> named(it, model));
    }

    private static boolean named(String name, Class<? extends KeyedModel<?>> model) {
        return name.equals(ModelType.of(model).details().app()) || name.equalsIgnoreCase(name(model));
    }

    private static String name(Class<? extends KeyedModel<?>> model) {
        var type = ModelType.of(model);
        return type.details().app() + "." + type.toString().toLowerCase(Locale.ROOT);
    }
}
