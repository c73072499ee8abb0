package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import nuages.data.connection.Database;
import nuages.data.dialect.Dialect;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.DatabaseException;
import nuages.data.error.RejectedValue;
import nuages.data.schema.Constraint;

/** Tells what a database refuses in the words of models: which one, and which of its fields. */
final class Blame {
    private Blame() {}

    /** Runs something that writes certain fields of a model. */
    static <R> R on(ModelType<?> type, Database database, Collection<String> columns, Supplier<R> write) {
        try {
            return write.get();
        } catch (ConstraintViolated e) {
            throw e.model().isPresent() ? e : e.of(type.toString(), fields(type, database.dialect(), e));
        } catch (RejectedValue e) {
            throw rejected(type, columns, e);
        }
    }

    /** Runs something that writes one object. */
    static <R, M extends KeyedModel<?>> R on(
            ModelType<M> type, M model, Database database, Collection<String> columns, Supplier<R> write) {
        try {
            return on(type, database, columns, write);
        } catch (ConstraintViolated e) {
            boolean unknown = e.kind() == ConstraintViolated.Kind.FOREIGN_KEY
                    && e.fields().isEmpty();
            var dangling = unknown && e.table().isEmpty() ? dangling(type, model, database) : List.<String>of();
            throw dangling.isEmpty() ? e : e.of(type.toString(), dangling);
        }
    }

    /** The references of an object that lead nowhere, which SQLite does not tell. */
    private static <M extends KeyedModel<?>> List<String> dangling(ModelType<M> type, M model, Database database) {
        var dangling = new ArrayList<String>();
        for (int i = 0; i < type.properties().size(); i++) {
            if (type.value(model, i) instanceof KeyedRef<?, ?> ref
                    && QuerySet.of(ref.target().type())
                            .on(database)
                            .find(ref.key())
                            .isEmpty()) {
                dangling.add(type.properties().get(i).name());
            }
        }
        return dangling;
    }

    private static DatabaseException rejected(ModelType<?> type, Collection<String> columns, RejectedValue e) {
        var message = String.valueOf(e.getMessage());
        if (message.startsWith(type + ".")) {
            return e;
        }
        var named = columns.stream()
                .filter(it -> message.contains("column \"" + it + "\""))
                .toList();
        var fields = names(type, named.isEmpty() ? columns : named);
        return new RejectedValue(type + "." + String.join(", " + type + ".", fields) + ": " + message, e.getCause());
    }

    /** The fields that a broken constraint is about. */
    private static List<String> fields(ModelType<?> type, Dialect dialect, ConstraintViolated e) {
        boolean others = e.table().isPresent() && !e.table().get().equals(type.table());
        if (others) {
            return List.of();
        }
        if (!e.columns().isEmpty()) {
            return names(type, e.columns());
        }
        return e.constraint().map(it -> byName(type, dialect, it)).orElse(List.of());
    }

    /** By the names that databases give to what is declared with a column. */
    private static List<String> byName(ModelType<?> type, Dialect dialect, String constraint) {
        if (constraint.equals("PRIMARY") || constraint.equals(type.table() + "_pkey")) {
            return type.properties().stream()
                    .filter(Property::key)
                    .map(Property::name)
                    .toList();
        }
        for (var property : type.properties()) {
            var column = property.column().name();
            var given = type.table() + "_" + column;
            if (constraint.equals(column)
                    || constraint.equals(given + "_key")
                    || constraint.equals(given + "_check")
                    || constraint.equals(given + "_uniq")) {
                return List.of(property.name());
            }
        }
        return declared(type, dialect, constraint);
    }

    private static List<String> declared(ModelType<?> type, Dialect dialect, String constraint) {
        for (var table : Tables.of(dialect, List.of(type))) {
            for (var each : table.constraints()) {
                if (each.name().equals(constraint)) {
                    return switch (each) {
                        case Constraint.Unique unique -> fields(type, unique);
                        case Constraint.Check check -> mentioned(type, check.sql());
                    };
                }
            }
            for (var each : table.foreignKeys()) {
                if (each.name().equals(constraint)) {
                    return names(type, each.columns());
                }
            }
        }
        return List.of();
    }

    /** The fields that are unique together. */
    static List<String> fields(ModelType<?> type, Constraint.Unique unique) {
        var all = new ArrayList<String>();
        for (var part : unique.parts()) {
            all.addAll(part.expression() ? mentioned(type, part.text()) : names(type, List.of(part.text())));
        }
        return all;
    }

    /** The fields whose columns an expression names. */
    static List<String> mentioned(ModelType<?> type, String sql) {
        var words = List.of(sql.split("\\W+"));
        return type.properties().stream()
                .filter(it -> words.contains(it.column().name()))
                .map(Property::name)
                .toList();
    }

    private static List<String> names(ModelType<?> type, Collection<String> columns) {
        var names = new ArrayList<String>();
        for (var property : type.properties()) {
            if (columns.contains(property.column().name())) {
                names.add(property.name());
            }
        }
        return names;
    }
}
