package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.ModelOperation.AlterTable;
import nuages.data.migration.ModelState;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;
import nuages.data.migration.draft.Change.Phase;

/** Finds the changes that lead from one state to another. For use by one thread, once. */
final class Comparison {
    private final ProjectState to;
    private final Questions questions;
    private final InitialValues initials;
    private final List<Change> changes = new ArrayList<>();
    /** The first state, in which models have their new names. */
    private ProjectState from;

    Comparison(ProjectState from, ProjectState to, Questions questions, InitialValues initials) {
        this.from = from;
        this.to = to;
        this.questions = questions;
        this.initials = initials;
    }

    List<Change> changes() {
        checkTables();
        NameClashes.check(to);
        renameModels();
        var fresh = to.models().stream()
                .filter(it -> from.find(it.label()).isEmpty())
                .toList();
        var gone = from.models().stream()
                .filter(it -> to.find(it.label()).isEmpty())
                .toList();
        new Creations(fresh, changes).find();
        for (var model : to.models()) {
            from.find(model.label()).filter(it -> !it.equals(model)).ifPresent(it -> compare(it, model));
        }
        new Deletions(from, gone, changes).find();
        return changes;
    }

    private void checkTables() {
        var owners = new HashMap<String, String>();
        for (var model : to.models()) {
            for (String table : Creations.tables(model)) {
                var other = owners.put(table, model.label());
                if (other != null && model.managed()) {
                    throw new InvalidMigration("models " + other + " and " + model + " both have a table \"" + table
                            + "\", and there can be one of that name: give one of them another by @Table(name = …), or"
                            + " a field by @ManyToMany(table = …).");
                }
            }
        }
    }

    private void renameModels() {
        for (var added : to.models()) {
            if (from.find(added.label()).isPresent()) {
                continue;
            }
            for (var gone : List.copyOf(from.models())) {
                if (gone.app().equals(added.app())
                        && to.find(gone.label()).isEmpty()
                        && alike(gone, added)
                        && questions.renamed(gone, added)) {
                    var operation = Operation.renameModel(gone.name(), added.name());
                    from = operation.apply(gone.app(), from);
                    changes.add(new Change(
                            added.app(),
                            Phase.RENAME_MODEL,
                            operation,
                            Set.of(Change.model(added.label())),
                            Set.of(),
                            Set.of()));
                    break;
                }
            }
        }
    }

    /** Whether the fields are the same, but for where they refer to: that may have been renamed, too. */
    private static boolean alike(ModelState gone, ModelState added) {
        return new HashSet<>(gone.fields().stream().map(Comparison::untargeted).toList())
                .equals(new HashSet<>(
                        added.fields().stream().map(Comparison::untargeted).toList()));
    }

    private static FieldState untargeted(FieldState field) {
        var target = field.target();
        var open = target == null ? field : field.retargeted(target, "?");
        return open instanceof Link link ? new Link(link.name(), link.target(), null, null, null, null) : open;
    }

    private void compare(ModelState before, ModelState after) {
        var renamed = new FieldRenames(before, after, questions);
        var rules = new RuleComparison(before, renamed.state(), after);
        rules.worded().forEach(it -> add(after, Phase.REMOVE_RULE, it));
        renamed.operations().forEach(it -> add(after, Phase.RENAME_FIELD, it));
        rules.gone().forEach(it -> add(after, Phase.REMOVE_INDEX, it));
        new FieldComparison(renamed.state(), after, from, to, questions, initials, changes).find();
        compareTables(renamed.state(), after);
        var fields = new LinkedHashSet<String>();
        after.fields().forEach(it -> fields.add(Change.field(after.label(), it.name())));
        rules.added()
                .forEach(it -> changes.add(new Change(after.app(), Phase.ADD_INDEX, it, Set.of(), fields, Set.of())));
    }

    private void add(ModelState model, Phase phase, Operation operation) {
        changes.add(new Change(model.app(), phase, operation, Set.of(), Set.of(Change.model(model.label())), Set.of()));
    }

    private void compareTables(ModelState before, ModelState after) {
        boolean moved = !before.table().equals(after.table());
        var comment = after.comment() == null ? "" : after.comment();
        boolean told = !comment.equals(before.comment() == null ? "" : before.comment());
        boolean changed = before.managed() != after.managed();
        if (moved || told || changed) {
            var alter = new AlterTable(
                    after.name(),
                    moved ? after.table() : null,
                    told ? comment : null,
                    changed ? after.managed() : null);
            changes.add(new Change(
                    after.app(),
                    Phase.ALTER_TABLE,
                    alter,
                    moved ? Set.of(Change.tableGone(before.table())) : Set.of(),
                    moved ? Set.of(Change.tableGone(after.table())) : Set.of(),
                    Set.of()));
        }
    }
}
