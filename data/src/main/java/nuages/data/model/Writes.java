package nuages.data.model;

import java.util.List;
import nuages.data.query.Assignment;
import nuages.data.syntax.Select;
import nuages.data.syntax.Update;
import org.jspecify.annotations.Nullable;

/** Changes the rows a queryset stands for. */
final class Writes {
    private Writes() {}

    static <M extends KeyedModel<?>> long update(QuerySet<M> set, List<Assignment<M>> changes) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(
                    "update() of " + set.type() + " names no field: say what to change, as in update(field.to(value))");
        }
        if (Combinations.empty(set)) {
            return 0;
        }
        var type = set.type();
        var on = set.databaseToWrite();
        var sets = changes.stream()
                .map(it -> new Update.Set(it.column(), Fitting.fitted(type, it.field(), it.value(), on.dialect())))
                .toList();
        var columns = changes.stream().map(Assignment::column).toList();
        var update = new Update(type.source(), sets, set.query().where(), keys(set), chosen(set), List.of());
        return Blame.on(type, on, columns, () -> Run.sql(on, update).update());
    }

    static List<String> keys(QuerySet<?> set) {
        return Keys.names(set.type());
    }

    /** Only some of the rows, in an order, are chosen by a query of their own. */
    static @Nullable Select chosen(QuerySet<?> set) {
        return Reads.partial(set) ? Reads.keys(set) : null;
    }
}
