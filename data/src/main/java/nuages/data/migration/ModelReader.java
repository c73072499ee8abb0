package nuages.data.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuages.data.migration.FieldState.Link;
import nuages.data.migration.FieldState.Reference;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.model.KeyedModel;
import nuages.data.model.ManyToManyField;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.TableDetails;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Names;

/** Reads the state of models from their classes as they are now. */
public final class ModelReader {
    private final Map<Class<?>, String> labels = new HashMap<>();

    private ModelReader() {}

    /**
     * The state of these models.
     *
     * @param models the models of each app, by its label
     * @throws InvalidMigration if two have one name, or one refers to a model that is not among them
     */
    public static ProjectState read(Map<String, ? extends List<? extends Class<? extends KeyedModel<?>>>> models) {
        var reader = new ModelReader();
        models.forEach((app, own) -> own.forEach(it -> reader.labels.put(it, app + "." + it.getSimpleName())));
        var states = new ArrayList<ModelState>();
        models.forEach((app, own) -> own.forEach(it -> states.add(reader.state(app, ModelType.of(it)))));
        return ProjectState.of(states);
    }

    private ModelState state(String app, ModelType<?> type) {
        var details = type.details();
        var fields = new ArrayList<FieldState>();
        type.properties().forEach(it -> fields.add(field(type, it)));
        var bare = ModelState.of(app, type.type().getSimpleName(), fields).withTable(type.table());
        details.links().forEach(it -> fields.add(link(bare, type, it)));
        return bare.withFields(fields)
                .withIndexes(details.indexes())
                .withConstraints(details.constraints().stream()
                        .map(it -> named(type.table(), it))
                        .toList())
                .withComment(details.comment())
                .managed(details.managed());
    }

    private FieldState field(ModelType<?> type, Property property) {
        var reference = property.references().orElse(null);
        if (reference == null) {
            return new WithColumn(property.name(), property.column(), property.key(), property.indexed(), null);
        }
        return new WithColumn(
                property.name(),
                property.column().typed(ModelState.KEY_TO_COME),
                property.key(),
                !reference.constraint() && property.indexed(),
                new Reference(
                        label(type, reference.target()),
                        reference.action(),
                        reference.constraint(),
                        !reference.constraint() || reference.single() || property.indexed()));
    }

    private String label(ModelType<?> from, Class<?> model) {
        var label = labels.get(model);
        if (label == null) {
            throw new InvalidMigration(
                    "model " + from + " refers to " + model.getName() + ", which is among the models of no app of this"
                            + " project, so that its table is not known: add"
                            + " it to the models() of its app, and that app"
                            + " to the project.");
        }
        return label;
    }

    private Link link(ModelState owner, ModelType<?> type, ManyToManyField.Link link) {
        String target = label(type, link.target());
        if (link.through() != null) {
            return new Link(link.name(), target, null, null, null, label(type, link.through()));
        }
        var plain = new Link(link.name(), target, null, null, null, null);
        var usual = Names.manyToManyColumns(owner.name(), target.substring(target.indexOf('.') + 1));
        var own = List.of(link.fromColumn(), link.toColumn());
        var table = plain.table(owner).equals(link.table()) ? plain : plain.table(link.table());
        return usual.equals(own) ? table : table.columns(link.fromColumn(), link.toColumn());
    }

    private static Constraint named(String table, Constraint constraint) {
        return constraint instanceof Unique unique && unique.name().equals(TableDetails.UNNAMED)
                ? DerivedNames.named(unique, DerivedNames.unique(table, unique.parts()))
                : constraint;
    }
}
