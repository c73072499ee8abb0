package nuages.data.migration.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nuages.data.ddl.Fills;
import nuages.data.ddl.Renames;
import nuages.data.ddl.SchemaChange;
import nuages.data.ddl.SchemaWriter;
import nuages.data.migration.FieldOperation.AddField;
import nuages.data.migration.FieldOperation.AlterField;
import nuages.data.migration.FieldOperation.RemoveField;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;
import nuages.data.migration.Moves;
import nuages.data.migration.Operation;
import nuages.data.migration.ProjectState;
import nuages.data.migration.StateTables;
import nuages.data.schema.Names;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** Finds the tables that an operation changes, and those that refer to them. Immutable. */
record TouchedTables(Names names, Predicate<String> belongs) {
    /** A change from some tables to others. */
    record Changed(List<Table> before, List<Table> after, Renames renames, Fills fills) {
        List<Unit> units(SchemaWriter writer, SchemaChange change) {
            var looks = new Unfilled(writer, renames, fills).looks(before, after).stream();
            var steps = change.steps(before, after, renames, fills).stream();
            return Stream.concat(looks, steps.<Unit>map(Unit.Change::new)).toList();
        }
    }

    /** Those of an operation that is done. */
    Changed done(String app, Operation operation, ProjectState before, ProjectState after) {
        return between(before, after, operation.moves(app), fills(app, operation, after));
    }

    /** Those of an operation that is undone. */
    Changed undone(String app, Operation operation, ProjectState before, ProjectState after) {
        return between(after, before, operation.moves(app).undone(), fills(app, operation, before));
    }

    private Changed between(ProjectState from, ProjectState to, Moves moves, Fills fills) {
        var old = new StateTables(names, own(from));
        var now = new StateTables(names, own(to));
        var labels = touched(from, to, moves, old, now);
        var before = new ArrayList<Table>();
        var after = new ArrayList<Table>();
        var renames = Renames.none();
        for (String label : labels.before) {
            before.addAll(old.of(label));
        }
        for (String label : labels.after) {
            after.addAll(now.of(label));
            var was = from.find(moves.before(label)).orElse(null);
            renames = was == null ? renames : renames(renames, was, to.get(label), moves);
        }
        return new Changed(before, after, renames, fills);
    }

    /** Tables that do not belong into this database are as somebody else's. */
    private ProjectState own(ProjectState state) {
        var own = state;
        for (var model : state.models()) {
            if (model.managed() && !belongs.test(model.label())) {
                own = own.with(model.label(), it -> it.managed(false));
            }
        }
        return own;
    }

    private record Labels(Set<String> before, Set<String> after) {}

    /** Models that have changed, and step by step those whose tables have changed because of these. */
    private static Labels touched(ProjectState from, ProjectState to, Moves moves, StateTables old, StateTables now) {
        var after = new LinkedHashSet<String>();
        var before = new LinkedHashSet<String>();
        for (var model : to.models()) {
            String was = moves.before(model.label());
            if (!was.equals(model.label())
                    || !from.find(was).filter(model::equals).isPresent()) {
                after.add(model.label());
            }
        }
        for (var model : from.models()) {
            if (!to.find(model.label()).filter(model::equals).isPresent()) {
                before.add(model.label());
            }
        }
        var seen = new HashSet<String>();
        var left = new ArrayList<>(after);
        while (!left.isEmpty()) {
            String label = left.removeLast();
            if (!seen.add(label)) {
                continue;
            }
            boolean changed = !old.of(moves.before(label)).equals(now.of(label));
            for (var other : changed ? to.referring(label) : List.<ModelState>of()) {
                after.add(other.label());
                left.add(other.label());
            }
        }
        after.forEach(it -> from.find(moves.before(it)).ifPresent(was -> before.add(was.label())));
        before.stream().filter(it -> to.find(it).isPresent()).forEach(after::add);
        return new Labels(before, after);
    }

    private static Renames renames(Renames all, ModelState was, ModelState now, Moves moves) {
        var renames = was.table().equals(now.table()) ? all : all.withTable(was.table(), now.table());
        for (var field : now.fields()) {
            var old = was.field(moves.before(now.label(), field.name())).orElse(null);
            if (old instanceof WithColumn from && field instanceof WithColumn to) {
                renames = column(
                        renames, now.table(), from.column().name(), to.column().name());
            } else if (old instanceof Link from && field instanceof Link to && from.through() == null) {
                renames = link(renames, was, from, now, to);
            }
        }
        return renames;
    }

    private static Renames link(Renames all, ModelState was, Link from, ModelState now, Link to) {
        String table = to.table(now);
        var renames = from.table(was).equals(table) ? all : all.withTable(from.table(was), table);
        for (int i = 0; i < 2; i++) {
            renames = column(
                    renames, table, from.columns(was).get(i), to.columns(now).get(i));
        }
        return renames;
    }

    private static Renames column(Renames all, String table, String from, String to) {
        return from.equals(to) ? all : all.withColumn(table, from, to);
    }

    private static Fills fills(String app, Operation operation, ProjectState state) {
        return switch (operation) {
            case AddField(String model, FieldState field, String fill) -> fill(app, model, field.name(), fill, state);
            case AlterField(String model, FieldState field, String fill) -> fill(app, model, field.name(), fill, state);
            case RemoveField(String model, String field, String fill) -> fill(app, model, field, fill, state);
            default -> Fills.none();
        };
    }

    private static Fills fill(String app, String model, String field, @Nullable String fill, ProjectState state) {
        var now = state.get(app + "." + model);
        return fill != null && now.field(field).orElse(null) instanceof WithColumn it
                ? Fills.none().with(now.table(), it.column().name(), fill)
                : Fills.none();
    }
}
