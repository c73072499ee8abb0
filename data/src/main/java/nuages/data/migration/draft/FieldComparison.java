package nuages.data.migration.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nuages.data.migration.FieldOperation.AddField;
import nuages.data.migration.FieldOperation.AlterField;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.ModelState;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;
import nuages.data.migration.StateTables;
import nuages.data.migration.draft.Change.Phase;
import org.jspecify.annotations.Nullable;

/** The fields of a model that come, go or change. For use by one thread, once. */
final class FieldComparison {
    private final ModelState before;
    private final ModelState after;
    private final ProjectState from;
    private final ProjectState to;
    private final Questions questions;
    private final InitialValues initials;
    private final List<Change> changes;

    FieldComparison(
            ModelState before,
            ModelState after,
            ProjectState from,
            ProjectState to,
            Questions questions,
            InitialValues initials,
            List<Change> changes) {
        this.before = before;
        this.after = after;
        this.from = from;
        this.to = to;
        this.questions = questions;
        this.initials = initials;
        this.changes = changes;
    }

    void find() {
        checkKey();
        for (var field : before.fields()) {
            var now = after.field(field.name()).orElse(null);
            if (now == null || !sameKind(field, now)) {
                remove(field);
            }
        }
        for (var field : after.fields()) {
            var old =
                    before.field(field.name()).filter(it -> sameKind(it, field)).orElse(null);
            if (old == null) {
                add(field);
            } else if (!old.equals(field)) {
                alter(old, field);
            }
        }
    }

    /** A reference is a value of the key; where the key is another column, nobody can tell which row was meant. */
    private void checkKey() {
        var was = columns(before);
        if (was.equals(columns(after)) || referring().isEmpty()) {
            return;
        }
        throw new InvalidMigration("the key of model " + after + " was " + was + " and is " + columns(after)
                + ", while "
                + referring() + " refer to it by the old one, and it cannot be told which rows they would mean then.\n"
                + "remove the references, change the key, and add them again, each with a migration of"
                + " its own; or write one that runs your own SQL.");
    }

    private static Set<String> columns(ModelState model) {
        var names = new TreeSet<String>();
        model.key().forEach(it -> names.add(it.column().name()));
        return names;
    }

    private List<String> referring() {
        return from.referring(before.label()).stream()
                .map(ModelState::label)
                .filter(it -> to.find(it)
                        .filter(now -> now.targets().contains(after.label()))
                        .isPresent())
                .toList();
    }

    /** Whether one can be altered to be the other: rows of a table between cannot lead elsewhere. */
    private static boolean sameKind(FieldState a, FieldState b) {
        return switch (a) {
            case WithColumn one ->
                b instanceof WithColumn other
                        && (one.column().generated() == null) == (other.column().generated() == null);
            case Link one ->
                b instanceof Link other
                        && one.target().equals(other.target())
                        && (one.through() == null) == (other.through() == null);
        };
    }

    private void remove(FieldState field) {
        var gives = new HashSet<String>();
        gives.add(Change.fieldGone(after.label(), field.name()));
        if (field instanceof WithColumn it) {
            gives.add(Change.columnGone(after.label(), it.column().name()));
            if (it.key()) {
                gives.add(Change.keyGone(after.label()));
            }
        } else if (field instanceof Link it && it.through() == null) {
            gives.add(Change.tableGone(it.table(before)));
        }
        changes.add(new Change(
                after.app(),
                Phase.REMOVE_FIELD,
                Operation.removeField(after.name(), field.name()),
                gives,
                Set.of(),
                Set.of()));
    }

    private void add(FieldState field) {
        var needs = needs(field);
        needs.add(Change.fieldGone(after.label(), field.name()));
        if (field instanceof WithColumn it) {
            needs.add(Change.columnGone(after.label(), it.column().name()));
            if (it.key()) {
                needs.add(Change.keyGone(after.label()));
            }
        } else if (field instanceof Link it && it.through() == null) {
            needs.add(Change.tableGone(it.table(after)));
        }
        changes.add(new Change(
                after.app(),
                Phase.ADD_FIELD,
                new AddField(after.name(), field, fill(field).orElse(null)),
                Set.of(Change.field(after.label(), field.name())),
                needs,
                apps(field, after.app())));
    }

    private Set<String> needs(FieldState field) {
        var needs = new HashSet<String>();
        needs.add(Change.model(after.label()));
        Creations.targets(field).forEach(it -> needs.add(Change.model(it)));
        return needs;
    }

    private static Set<String> apps(FieldState field, String own) {
        var apps = new TreeSet<String>();
        Creations.targets(field).forEach(it -> apps.add(it.substring(0, it.indexOf('.'))));
        apps.remove(own);
        return apps;
    }

    private Optional<String> fill(FieldState field) {
        if (!(field instanceof WithColumn it) || !needsFill(it)) {
            return Optional.empty();
        }
        var initial = initials.of(after.label(), it.name());
        return initial.isPresent() ? initial : questions.fill(after, it);
    }

    private static boolean needsFill(WithColumn field) {
        var column = field.column();
        return !column.nullable() && !column.identity() && column.defaultSql() == null && column.generated() == null;
    }

    private void alter(FieldState old, FieldState field) {
        var gives = new HashSet<String>();
        gives.add(Change.field(after.label(), field.name()));
        var needs = needs(field);
        String fill = null;
        if (old instanceof WithColumn was && field instanceof WithColumn now) {
            checkConversion(was, now);
            fill = was.column().nullable() && needsFill(now) ? fillNulls(now) : null;
            if (!was.column().name().equals(now.column().name())) {
                gives.add(Change.columnGone(after.label(), was.column().name()));
                needs.add(Change.columnGone(after.label(), now.column().name()));
            }
            if (was.key() && !now.key()) {
                gives.add(Change.keyGone(after.label()));
            } else if (now.key() && !was.key()) {
                needs.add(Change.keyGone(after.label()));
            }
        }
        if (old.target() != null && !old.target().equals(field.target())) {
            gives.add(Change.fieldGone(after.label(), field.name()));
        }
        changes.add(new Change(
                after.app(),
                Phase.ALTER_FIELD,
                new AlterField(after.name(), field, fill),
                gives,
                needs,
                apps(field, after.app())));
    }

    private void checkConversion(WithColumn was, WithColumn now) {
        var old = StateTables.type(was, from);
        var type = StateTables.type(now, to);
        if (!Conversions.possible(old, type)) {
            throw new InvalidMigration("field " + after + "." + now.name() + " was " + old + " and is " + type
                    + ", and no database makes one of the other.\n"
                    + "remove the field, makemigrations, and add it again, if its values may go; else add it under"
                    + " another name and fill that by runSql or runJava.");
        }
    }

    private @Nullable String fillNulls(WithColumn field) {
        return initials.of(after.label(), field.name())
                .or(() -> questions.fillNulls(after, field))
                .orElse(null);
    }
}
