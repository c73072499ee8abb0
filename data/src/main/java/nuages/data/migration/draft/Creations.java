package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelOperation.CreateModel;
import nuages.data.migration.ModelState;
import nuages.data.migration.Operation;
import nuages.data.migration.draft.Change.Phase;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index.Part;

/** Models that are new. Where they refer to each other in circles, some references come later. For use by one thread. */
final class Creations {
    private final Map<String, ModelState> fresh = new HashMap<>();
    private final List<ModelState> order;
    private final List<Change> changes;
    /** By model, the fields that come later. */
    private final Map<String, Set<FieldState>> later = new HashMap<>();

    Creations(List<ModelState> fresh, List<Change> changes) {
        this.order = fresh;
        this.changes = changes;
        fresh.forEach(it -> this.fresh.put(it.label(), it));
    }

    void find() {
        new Circles(order, this::targets).breakingFields().forEach((model, fields) -> later.put(model, fields));
        order.forEach(this::create);
    }

    /** The new models that a field refers to. */
    private List<String> targets(FieldState field, ModelState of) {
        return targets(field).stream()
                .filter(it -> !it.equals(of.label()) && fresh.containsKey(it))
                .toList();
    }

    /** The models that a field refers to. */
    static List<String> targets(FieldState field) {
        var all = new ArrayList<String>();
        var target = field.target();
        if (target != null) {
            all.add(target);
        }
        if (field instanceof Link link && link.through() != null) {
            all.add(link.through());
        }
        return all;
    }

    private void create(ModelState model) {
        var separate = later.getOrDefault(model.label(), Set.of());
        var first = model.withFields(
                model.fields().stream().filter(it -> !separate.contains(it)).toList());
        var now = first.withIndexes(first.indexes().stream()
                        .filter(it -> !waits(it.parts(), it.condition() != null, separate))
                        .toList())
                .withConstraints(first.constraints().stream()
                        .filter(it -> switch (it) {
                            case Check _ -> separate.isEmpty();
                            case Unique unique -> !waits(unique.parts(), unique.condition() != null, separate);
                        })
                        .toList());
        var needs = new HashSet<String>();
        var apps = new TreeSet<String>();
        now.targets().forEach(it -> {
            needs.add(Change.model(it));
            apps.add(it.substring(0, it.indexOf('.')));
        });
        apps.remove(model.app());
        tables(now).forEach(it -> needs.add(Change.tableGone(it)));
        needs.remove(Change.model(model.label()));
        changes.add(new Change(
                model.app(), Phase.CREATE, CreateModel.of(now), Set.of(Change.model(model.label())), needs, apps));
        separate.forEach(it -> add(model, it));
        addRules(model, now, separate);
    }

    /** The tables of a model, and those between it and others. */
    static Set<String> tables(ModelState model) {
        var tables = new LinkedHashSet<String>();
        tables.add(model.table());
        for (var field : model.fields()) {
            if (field instanceof Link link && link.through() == null) {
                tables.add(link.table(model));
            }
        }
        return tables;
    }

    private static boolean waits(List<Part> parts, boolean worded, Set<FieldState> separate) {
        return !separate.isEmpty()
                && (worded
                        || parts.stream().anyMatch(Part::expression)
                        || separate.stream()
                                .anyMatch(it -> it instanceof WithColumn field
                                        && parts.stream()
                                                .anyMatch(part -> part.text()
                                                        .equals(field.column().name()))));
    }

    private void add(ModelState model, FieldState field) {
        var needs = new HashSet<String>();
        var apps = new TreeSet<String>();
        needs.add(Change.model(model.label()));
        targets(field).forEach(it -> {
            needs.add(Change.model(it));
            apps.add(it.substring(0, it.indexOf('.')));
        });
        apps.remove(model.app());
        changes.add(new Change(
                model.app(),
                Phase.ADD_FIELD,
                Operation.addField(model.name(), field),
                Set.of(Change.field(model.label(), field.name())),
                needs,
                apps));
    }

    private void addRules(ModelState model, ModelState now, Set<FieldState> separate) {
        var needs = new HashSet<String>();
        needs.add(Change.model(model.label()));
        separate.forEach(it -> needs.add(Change.field(model.label(), it.name())));
        var all = new ArrayList<Operation>();
        model.indexes().stream()
                .filter(it -> !now.indexes().contains(it))
                .forEach(it -> all.add(Operation.addIndex(model.name(), it)));
        model.constraints().stream()
                .filter(it -> !now.constraints().contains(it))
                .forEach(it -> all.add(Operation.addConstraint(model.name(), it)));
        all.forEach(it -> changes.add(new Change(model.app(), Phase.ADD_INDEX, it, Set.of(), needs, Set.of())));
    }
}
