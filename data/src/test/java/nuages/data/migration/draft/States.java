package nuages.data.migration.draft;

import static nuages.data.migration.Fields.bigint;
import static nuages.data.migration.Fields.bool;
import static nuages.data.migration.Fields.decimal;
import static nuages.data.migration.Fields.id;
import static nuages.data.migration.Fields.integer;
import static nuages.data.migration.Fields.manyToMany;
import static nuages.data.migration.Fields.reference;
import static nuages.data.migration.Fields.text;
import static nuages.data.migration.Fields.timestamp;
import static nuages.data.migration.Fields.uuid;
import static nuages.data.migration.Fields.varchar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import nuages.data.migration.FieldState;
import nuages.data.migration.FieldState.WithColumn;
import nuages.data.migration.ModelState;
import nuages.data.migration.ProjectState;
import nuages.data.schema.ColumnType;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.ForeignKey.Action;
import nuages.data.schema.Index;

/** Models as nobody would write them, which have enough names in common to look like changes of each other. */
public final class States {
    private static final List<String> MODELS = List.of("a.Ant", "a.Bee", "a.Cat", "b.Dog", "b.Emu", "b.Fox", "c.Gnu");
    private static final List<String> FIELDS = List.of("one", "two", "threeFour", "five", "six");
    private static final List<String> NUMBERED = List.of("one", "two", "six");
    private static final List<Function<String, WithColumn>> TEXTS =
            List.of(it -> varchar(it, 40), it -> varchar(it, 90), it -> text(it));
    private static final List<Function<String, WithColumn>> NUMBERS = List.of(
            it -> integer(it),
            it -> integer(it).positive(),
            it -> bigint(it),
            it -> decimal(it, 8, 2),
            it -> bool(it),
            it -> varchar(it, 90));

    private final Random random;

    public States(Random random) {
        this.random = random;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Some models, as they are at some time. */
    public ProjectState state() {
        var labels = MODELS.stream().filter(_ -> chance(65)).toList();
        return ProjectState.of(labels.stream().map(it -> model(it, labels)).toList());
    }

    private ModelState model(String label, List<String> all) {
        String app = label.substring(0, 1);
        String name = label.substring(2);
        var fields = new ArrayList<FieldState>();
        fields.add(name.equals("Cat") ? varchar("code", 12).asKey() : id());
        for (String field : FIELDS) {
            if (chance(55)) {
                fields.add(field(field, all));
            }
        }
        for (String link : List.of("links", "others")) {
            if (chance(20)) {
                fields.add(manyToMany(link, pick(all)));
            }
        }
        var model = ModelState.of(app, name, fields);
        model = chance(15) ? model.withTable("t_" + name.toLowerCase(Locale.ROOT)) : model;
        return model.withIndexes(indexes(model)).withConstraints(constraints(model));
    }

    private WithColumn field(String name, List<String> all) {
        boolean number = NUMBERED.contains(name);
        if (number && chance(40)) {
            var field = reference(name, pick(all));
            field = chance(20) ? field.unique() : field;
            field = chance(20) ? field.unchecked() : field;
            field = chance(20) ? field.withoutIndex() : field;
            return chance(60) ? field.nullable() : chance(20) ? field.onDelete(Action.CASCADE) : field;
        }
        var field = number ? pick(NUMBERS).apply(name) : other(name);
        boolean sortable = !(field.column().type() instanceof ColumnType.Text);
        field = chance(40) ? field.nullable() : field;
        field = chance(15) && sortable ? field.withIndex() : field;
        field = chance(10) ? field.inColumn("own_" + name.toLowerCase(Locale.ROOT)) : field;
        return chance(15) && field.column().type() instanceof ColumnType.Whole ? field.withDefault("3") : field;
    }

    private WithColumn other(String name) {
        if (chance(40)) {
            return pick(TEXTS).apply(name);
        }
        return name.equals("five") ? uuid(name) : timestamp(name);
    }

    private static List<String> sortable(ModelState model) {
        return model.columns().stream()
                .filter(it -> !(it.column().type() instanceof ColumnType.Text) && !it.key())
                .map(it -> it.column().name())
                .toList();
    }

    private List<Index> indexes(ModelState model) {
        var columns = sortable(model);
        var indexes = new ArrayList<Index>();
        if (!columns.isEmpty() && chance(30)) {
            indexes.add(Index.of("by_" + model.name() + random.nextInt(3), pick(columns)));
        }
        return indexes;
    }

    private List<Constraint> constraints(ModelState model) {
        var columns = sortable(model);
        var constraints = new ArrayList<Constraint>();
        if (!columns.isEmpty() && chance(30)) {
            constraints.add(Unique.of("once_" + model.name() + random.nextInt(2), pick(columns)));
        }
        for (var field : model.columns()) {
            if (field.reference() == null && field.column().type() instanceof ColumnType.Whole && chance(30)) {
                constraints.add(new Check(
                        "some_" + model.name() + "_" + field.name(),
                        field.column().name() + " > " + (-5 - random.nextInt(2))));
            }
        }
        return constraints;
    }

    /** Answers as it happens; rows get what fits the type. */
    public Questions questions() {
        return new Questions() {
            @Override
            public boolean renamed(ModelState gone, ModelState added) {
                return chance(70);
            }

            @Override
            public boolean renamed(ModelState model, FieldState gone, FieldState added) {
                return chance(70);
            }

            @Override
            public Optional<String> fill(ModelState model, WithColumn added) {
                return Optional.of(value(added));
            }
        };
    }

    private static String value(WithColumn field) {
        return switch (field.column().type()) {
            case ColumnType.Characters _, ColumnType.Text _ -> "''";
            case ColumnType.Bool _ -> "false";
            case ColumnType.Timestamp _ -> "CURRENT_TIMESTAMP";
            case ColumnType.Uuid _ -> "'00000000000000000000000000000000'";
            default -> "1";
        };
    }
}
