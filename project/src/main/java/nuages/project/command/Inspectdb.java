package nuages.project.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import nuages.data.ddl.Introspection;
import nuages.data.schema.Table;
import nuages.project.inspection.Inspection;
import nuages.project.inspection.ModelSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes models for tables that are there already. */
@Command(
        name = "inspectdb",
        description = "Writes models for tables that are there already, to the terminal or into files.",
        mixinStandardHelpOptions = true)
final class Inspectdb implements Callable<Integer> {
    /** What those who migrate keep for themselves. */
    private static final Pattern BOOKS = Pattern.compile("(django|nuages)_migrations|nuages_lock");

    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "TABLE",
            description = "Tables, such as shop_product or 'shop_*'; without any, all of them.")
    private List<String> wanted = List.of();

    @Mixin
    private final Alias alias = new Alias();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of the models. Its last part is an app, without whose name tables are called:"
                    + " shop_product in package mysite.shop is Product.")
    private String home = "models";

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Write files into this folder of sources, such as src/main/java.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Option(
            names = "--managed",
            description = "The tables are to be this project's, for makemigrations to change. Without, models are"
                    + " @Managed(false).")
    private boolean managed;

    @Option(
            names = "--include-views",
            description = "Write models for views too: @Managed(false) in any case, as makemigrations makes tables.")
    private boolean viewed;

    Inspectdb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!home.matches("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*")) {
            console.complain("\"" + home + "\" is no package: write names with dots between, for example"
                    + " --package mysite.shop");
            return ExitCode.USAGE;
        }
        var database = alias.database();
        var introspection = Introspection.of(database);
        var tables = chosen(introspection.tables());
        var views = viewed ? chosen(introspection.viewsAsTables()) : List.<Table>of();
        if (tables.isEmpty() && views.isEmpty()) {
            console.complain("database " + database + " has no table " + (viewed ? "or view " : "")
                    + (wanted.isEmpty() ? "at all" : "called " + String.join(" or ", wanted))
                    + ": no model was written");
            return ExitCode.SOFTWARE;
        }
        var inspection = Inspection.of(database.dialect(), tables, views, home, managed);
        boolean written = folder == null ? show(inspection) : write(inspection, folder);
        if (written) {
            inspection.remarks().forEach(it -> console.complain("note: " + it));
        }
        return written ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<Table> chosen(List<Table> all) {
        if (wanted.isEmpty()) {
            return all.stream()
                    .filter(it -> !BOOKS.matcher(it.name()).matches())
                    .toList();
        }
        var patterns = wanted.stream()
                .map(it -> Pattern.compile("\\Q" + it.replace("*", "\\E.*\\Q") + "\\E"))
                .toList();
        return all.stream()
                .filter(table -> patterns.stream()
                        .anyMatch(it -> it.matcher(table.name()).matches()))
                .toList();
    }

    private boolean show(Inspection inspection) {
        for (var source : inspection.sources()) {
            console.say("// " + source.path() + "\n" + source.text());
        }
        return true;
    }

    private boolean write(Inspection inspection, Path into) throws IOException {
        var there = new ArrayList<Path>();
        for (ModelSource source : inspection.sources()) {
            if (Files.exists(into.resolve(source.path()))) {
                there.add(into.resolve(source.path()));
            }
        }
        if (!there.isEmpty() && !force) {
            console.complain(there.getFirst() + (there.size() == 1 ? "" : " and " + (there.size() - 1) + " more")
                    + " would be written over: nothing was written; move them away, or say --force");
            return false;
        }
        for (ModelSource source : inspection.sources()) {
            var file = into.resolve(source.path());
            new WholeFile(file).write(to -> to.append(source.text()));
            console.say("wrote " + file);
        }
        return true;
    }
}
