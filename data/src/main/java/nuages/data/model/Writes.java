package nuages.data.model;

import java.util.List;
import nuages.data.query.Assignment;
import nuages.data.syntax.Delete;
import nuages.data.syntax.Node;
import nuages.data.syntax.Update;
import org.jspecify.annotations.Nullable;

/** Changes the rows a queryset stands for. */
final class Writes {
    private Writes() {}

    static <M extends KeyedModel<?>> long update(QuerySet<M> set, List<Assignment<M>> changes) {
        var sets = changes.stream()
                .map(it -> new Update.Set(it.column(), it.value()))
                .toList();
        return Run.sql(set.database(), new Update(set.type().source(), sets, where(set), keys(set)))
                .update();
    }

    static long delete(QuerySet<?> set) {
        return Run.sql(set.database(), new Delete(set.type().source(), where(set), keys(set)))
                .update();
    }

    private static List<String> keys(QuerySet<?> set) {
        return List.of(set.type().keyProperty().column().name());
    }

    /** Only some of the rows, in an order, are chosen by a query of their own. */
    private static @Nullable Node where(QuerySet<?> set) {
        var query = set.query();
        if (query.limit() == null && query.offset() == null) {
            return query.where();
        }
        var key = Reads.key(set.type());
        return new Node.InQuery(key, Reads.select(set, List.of(key)));
    }
}
