package nuages.data.model;

import java.util.List;
import java.util.Optional;
import nuages.data.connection.Database;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import org.jspecify.annotations.Nullable;

/** The number that counts how often an object's row was saved. */
final class Versions {
    private Versions() {}

    /** What it is now; 0 while there is none. */
    static <M extends KeyedModel<?>> long number(ModelType<M> type, M model) {
        return type.value(model, type.plan().version()) instanceof Number number ? number.longValue() : 0;
    }

    /** What it will be, in the field's own type. */
    static <M extends KeyedModel<?>> Object next(ModelType<M> type, M model) {
        long next = Math.addExact(number(type, model), 1);
        return switch (type.value(model, type.plan().version())) {
            case Short _ -> (short) next;
            case Integer _ -> Math.toIntExact(next);
            case null, default -> next;
        };
    }

    /** Gives a new object its first. */
    static <M extends KeyedModel<?>> void begin(ModelType<M> type, M model) {
        if (type.plan().version() >= 0) {
            type.set(model, type.plan().version(), next(type, model));
        }
    }

    /** What it is in the row that is there; null if there is none. */
    static @Nullable Object inDatabase(ModelType<?> type, Object key, Database on) {
        var column = type.properties().get(type.plan().version()).column().name();
        var select = Select.of(type.source(), List.<Node>of(type.source().column(column, false)))
                .where(Keys.is(type, key));
        return Run.sql(on, select)
                .read(rows -> rows.next() ? Optional.<Object>ofNullable(rows.getObject(1)) : Optional.empty())
                .orElse(null);
    }
}
