package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What a queryset asks for. Immutable; threads share it.
 *
 * @param database the one it is asked of; null for the one that is meant for the model
 */
record Query(
        @Nullable Database database,
        @Nullable String alias,
        @Nullable Node where,
        List<Sort> order,
        @Nullable Long limit,
        @Nullable Long offset,
        boolean distinct,
        List<ForeignKeyField<?, ?, ?>> with,
        List<Prefetch> withMany,
        Select.@Nullable Lock lock,
        Rows rows) {

    static final Query ALL =
            new Query(null, null, null, List.of(), null, null, false, List.of(), List.of(), null, Rows.PLAIN);

    Query on(Database other) {
        return new Query(other, alias, where, order, limit, offset, distinct, with, withMany, lock, rows);
    }

    Query using(String other) {
        return new Query(database, other, where, order, limit, offset, distinct, with, withMany, lock, rows);
    }

    Query where(Node condition) {
        if (!rows.combined().isEmpty()) {
            throw new IllegalStateException("rows of several querysets cannot be filtered any more: filter each before "
                    + "union(), intersect() or except().");
        }
        if (condition.windowed()) {
            return windowed(condition);
        }
        var both = where == null ? condition : and(where, condition);
        return new Query(database, alias, both, order, limit, offset, distinct, with, withMany, lock, rows);
    }

    private Query windowed(Node condition) {
        if (!(condition instanceof Node.Junction both && both.all())) {
            return rows(rows.windowed(condition));
        }
        var query = this;
        for (var each : both.operands()) {
            query = query.where(each);
        }
        return query;
    }

    private static Node and(Node first, Node second) {
        var all = new ArrayList<Node>();
        for (var each : List.of(first, second)) {
            if (each instanceof Node.Junction it && it.all()) {
                all.addAll(it.operands());
            } else {
                all.add(each);
            }
        }
        return new Node.Junction(true, all);
    }

    Query order(List<Sort> other) {
        return new Query(database, alias, where, other, limit, offset, distinct, with, withMany, lock, rows);
    }

    Query limit(@Nullable Long most, @Nullable Long skipped) {
        return new Query(database, alias, where, order, most, skipped, distinct, with, withMany, lock, rows);
    }

    /** At most so many of its rows. */
    Query most(long most) {
        return limit(limit == null ? most : Long.valueOf(Math.min(limit, most)), offset);
    }

    /** Its rows without so many at the beginning; a limit that came first begins behind them, as in SQL. */
    Query skip(long skipped) {
        if (offset == null) {
            return limit(limit, skipped);
        }
        return limit(limit == null ? null : Long.valueOf(Math.max(0, limit - skipped)), Math.addExact(offset, skipped));
    }

    /** With this condition alone. */
    Query only(Node condition) {
        return new Query(database, alias, condition, order, limit, offset, distinct, with, withMany, lock, rows);
    }

    /** Another, asked of the same database. */
    Query at(Query other) {
        return other.on(database, alias);
    }

    private Query on(@Nullable Database same, @Nullable String name) {
        return new Query(same, name, where, order, limit, offset, distinct, with, withMany, lock, rows);
    }

    Query asDistinct() {
        return new Query(database, alias, where, order, limit, offset, true, with, withMany, lock, rows);
    }

    Query undistinct() {
        return new Query(database, alias, where, order, limit, offset, false, with, withMany, lock, rows);
    }

    Query with(List<ForeignKeyField<?, ?, ?>> others) {
        return new Query(database, alias, where, order, limit, offset, distinct, others, withMany, lock, rows);
    }

    Query withMany(List<Prefetch> others) {
        return new Query(database, alias, where, order, limit, offset, distinct, with, others, lock, rows);
    }

    Query with(Prefetch another) {
        var all = new ArrayList<>(withMany);
        all.add(another);
        return withMany(List.copyOf(all));
    }

    Query lock(Select.@Nullable Lock how) {
        return new Query(database, alias, where, order, limit, offset, distinct, with, withMany, how, rows);
    }

    Query rows(Rows other) {
        return new Query(database, alias, where, order, limit, offset, distinct, with, withMany, lock, other);
    }
}
