package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.data.connection.Database;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.SerializationFailure;
import nuages.data.model.QuerySet.Outcome;
import nuages.data.query.Condition;
import nuages.data.query.Field;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Node;

/** Makes single rows of a queryset, if they are not there yet. For use by one thread. */
final class Creation<M extends KeyedModel<?>> {
    private final QuerySet<M> set;
    private final ModelType<M> type;
    private final Database on;

    private Creation(QuerySet<M> set) {
        this.set = set;
        this.type = set.type();
        this.on = set.databaseToWrite();
    }

    static <M extends KeyedModel<?>> Creation<M> of(QuerySet<M> set) {
        return new Creation<>(set);
    }

    M create(Consumer<? super M> fields) {
        return save(made(fields));
    }

    private M made(Consumer<? super M> fields) {
        var row = type.create();
        fields.accept(row);
        return row;
    }

    private M save(M row) {
        Saver.of(row).on(on, null).save();
        return row;
    }

    Outcome<M> getOrCreate(Consumer<? super M> fields, List<Field<M, ?>> by) {
        var made = made(fields);
        var same = same(made, by);
        return same.optional().map(it -> new Outcome<>(it, false)).orElseGet(() -> createdUnlessThere(made, same));
    }

    /**
     * Each attempt is a transaction of its own, unless there is one already: a failed insert would go on to lock the row
     * in MariaDB, and those who then want to change it would block each other.
     */
    Outcome<M> updateOrCreate(Consumer<? super M> fields, List<Field<M, ?>> by) {
        var made = made(fields);
        var same = same(made, by);
        return updated(fields, same).orElseGet(() -> {
            var outcome = createdUnlessThere(made, same);
            return outcome.created() ? outcome : updated(fields, same).orElse(outcome);
        });
    }

    private Optional<Outcome<M>> updated(Consumer<? super M> fields, QuerySet<M> same) {
        return on.atomic(() -> same.lock().optional().map(row -> {
            fields.accept(row);
            return new Outcome<>(save(row), false);
        }));
    }

    /** Somebody else may create the row between the look for it and the insert. */
    private Outcome<M> createdUnlessThere(M made, QuerySet<M> same) {
        try {
            return new Outcome<>(on.atomic(() -> save(made)), true);
        } catch (ConstraintViolated e) {
            var found = e.kind() == ConstraintViolated.Kind.UNIQUE ? same.optional() : Optional.<M>empty();
            return new Outcome<>(found.orElseThrow(() -> e), false);
        } catch (SerializationFailure e) {
            if (on.inAtomic()) {
                throw e;
            }
            return new Outcome<>(same.optional().orElseThrow(() -> e), false);
        }
    }

    private QuerySet<M> same(M row, List<Field<M, ?>> by) {
        if (by.isEmpty()) {
            throw new IllegalArgumentException("no field was named to look for the " + type
                    + " by: name those that are unique, as in getOrCreate(fields, field)");
        }
        var conditions = new ArrayList<Node>();
        for (var field : by) {
            var value = Fitting.encoded(type, row, type.place(field), on);
            conditions.add(
                    value == null
                            ? new Node.IsNull(field.node(), false)
                            : new Node.Compare(
                                    Comparison.EQUAL,
                                    field.node(),
                                    new Node.Value(value, field.codec().kind())));
        }
        return set.on(on).filter(Condition.of(new Node.Junction(true, conditions)));
    }
}
