package nuages.project.migrate;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nuages.data.connection.Work;
import nuages.data.migration.ModelReader;
import nuages.data.migration.draft.Differ;
import nuages.data.migration.draft.Questions;
import nuages.data.migration.draft.Undecided;
import nuages.data.migration.run.Migrator;
import nuages.data.migration.run.Migrator.How;
import nuages.data.migration.run.Plan;
import nuages.project.command.Alias;
import nuages.project.command.Console;
import nuages.project.command.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applies migrations to a database, or undoes them. */
@Command(
        name = "migrate",
        description =
                "Applies migrations to a database; with a migration that has been applied, undoes those after it.",
        mixinStandardHelpOptions = true)
final class Migrate implements Callable<Integer> {
    private final Supplier<Site> source;
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "APP", description = "An app; without, all of them.")
    private @Nullable String label;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The migration that is to be the last one that is applied, or the beginning of its name; zero"
                    + " undoes all.")
    private @Nullable String name;

    @Mixin
    private final Alias alias = new Alias();

    @Option(names = "--plan", description = "Show what would be done.")
    private boolean planned;

    @Option(names = "--check", description = "Do nothing; exit with 1 if something is to be done.")
    private boolean check;

    @Option(
            names = "--fake",
            description = "Record migrations as applied, or as undone, without running them; one that has been"
                    + " edited since it was applied is recorded as it is now.")
    private boolean fake;

    @Option(
            names = "--fake-initial",
            description = "Only record the first migration of an app whose tables are all there.")
    private boolean fakeInitial;

    Migrate(Supplier<Site> source, Console console) {
        this.source = source;
        this.console = console;
    }

    @Override
    public Integer call() {
        var apps = Apps.of(source.get());
        var databases = Work.current().databases();
        var migrator = apps.migrator(databases, alias.database()).telling(new Told(console));
        if (fake && accepted(migrator)) {
            return ExitCode.OK;
        }
        var plan = plan(apps, migrator);
        if (check || planned) {
            show(plan);
            return check && !plan.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
        migrator.run(plan, fake ? How.FAKE : fakeInitial ? How.FAKE_INITIAL : How.RUN);
        if (plan.isEmpty()) {
            console.say("nothing to migrate");
        }
        if (!plan.backwards()) {
            remind(apps);
        }
        return ExitCode.OK;
    }

    /** Whether it was about an applied migration that has been edited, which is now taken as it is. */
    private boolean accepted(Migrator migrator) {
        if (label == null || name == null || name.equals("zero")) {
            return false;
        }
        var edited = migrator.graph().find(label, name);
        boolean was = migrator.problems().stream()
                .anyMatch(it -> it.startsWith("migration " + edited + " has been edited since it was applied"));
        if (was) {
            migrator.accept(edited);
            console.say("recorded as it is now: " + edited);
        }
        return was;
    }

    private Plan plan(Apps apps, Migrator migrator) {
        if (label == null) {
            return migrator.plan();
        }
        apps.part(label);
        if (name == null) {
            return migrator.plan(label);
        }
        return name.equals("zero")
                ? migrator.planNone(label)
                : migrator.planTo(migrator.graph().find(label, name));
    }

    private void show(Plan plan) {
        if (plan.isEmpty()) {
            console.say("nothing to migrate");
        }
        plan.names().forEach(it -> console.say((plan.backwards() ? "undo  " : "apply ") + it));
    }

    /** What has been changed and forgotten shows itself only when a query fails. */
    private void remind(Apps apps) {
        try {
            var differ = Differ.of(apps.graph(), Questions.unanswered()).initials(apps.models());
            var changed = differ.drafts(ModelReader.read(apps.models())).stream()
                    .map(it -> it.name().app())
                    .distinct()
                    .toList();
            if (!changed.isEmpty()) {
                remind(changed);
            }
        } catch (Undecided question) {
            remind(List.of());
        }
    }

    private void remind(List<String> changed) {
        console.complain("note: models" + (changed.isEmpty() ? "" : " of " + String.join(", ", changed))
                + " have changed since the last migrations, and the database does not know: run makemigrations, and"
                + " migrate again");
    }
}
