package nuages.data.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import nuages.data.connection.Database;
import nuages.data.query.Condition;

/** Adds to a table between two models that has a model of its own. */
final class Through {
    private Through() {}

    /**
     * Makes objects of that model with what new ones have in their other fields. Its table need not be unique in its
     * pairs; so whoever adds to a row locks that row first.
     */
    static <T extends KeyedModel<?>> void add(
            KeyedModel<?> owner, ManyToManyField<?, T> field, Collection<? extends T> rows) {
        var database = Objects.requireNonNull(owner.peers).database();
        database.atomic(() -> {
            var missing = new HashSet<Object>();
            rows.forEach(row -> missing.add(Keys.of(row)));
            QuerySet.of(owner.getClass()).on(database).lock().get(Keys.of(owner));
            missing.removeAll(there(owner, field, database));
            for (var row : rows) {
                if (missing.remove(Keys.of(row))) {
                    add(database, field, owner, row);
                    if (field.link().symmetrical() && !owner.equals(row)) {
                        add(database, field, row, owner);
                    }
                }
            }
        });
    }

    private static Collection<Object> there(KeyedModel<?> owner, ManyToManyField<?, ?> field, Database database) {
        var there = new HashSet<Object>();
        QuerySet.of(field.targetClass())
                .on(database)
                .filter(Condition.of(field.of(Keys.of(owner)).node()))
                .forEach(row -> there.add(Keys.of(row)));
        return there;
    }

    private static void add(Database database, ManyToManyField<?, ?> field, KeyedModel<?> from, KeyedModel<?> to) {
        var through = Objects.requireNonNull(field.link().through());
        QuerySet.of(through).on(database).create(row -> {
            refer(row, field.ownColumn(), from);
            refer(row, field.otherColumn(), to);
        });
    }

    @SuppressWarnings("unchecked")
    private static void refer(KeyedModel<?> row, String column, KeyedModel<?> to) {
        var type = (ModelType<KeyedModel<?>>) ModelType.of(row.getClass());
        for (int i = 0; i < type.properties().size(); i++) {
            if (type.properties().get(i).column().name().equals(column)) {
                type.set(row, i, to instanceof Model model ? Ref.to(model) : KeyedRef.of((KeyedModel<Object>) to));
            }
        }
    }
}
