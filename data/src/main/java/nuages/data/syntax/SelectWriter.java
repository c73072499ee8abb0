package nuages.data.syntax;

import java.util.List;
import nuages.data.error.InvalidSql;

/** Writes a query. For use by one thread. */
final class SelectWriter {
    private final SqlWriter to;
    private final Wording wording;
    /** Whether each column gets a name of its own, as those of a table must have. */
    private final boolean named;

    SelectWriter(SqlWriter to, Wording wording, boolean named) {
        this.to = to;
        this.wording = wording;
        this.named = named;
    }

    void select(Select select) {
        if (select.combined().isEmpty()) {
            plain(select);
        } else {
            combined(select);
        }
    }

    /** The tables are known once all else is written. */
    private void plain(Select select) {
        if (select.inner() != null) {
            to.text("select ").list(select.columns(), ", ").text(" from ");
            to.text("(");
            new SelectWriter(to, wording, true).select(select.inner());
            to.text(") as ").name("rows");
            conditions(select);
            return;
        }
        var scope = to.enter(select.from());
        select.joins().forEach(scope::name);
        var columns = to.aside(() -> {
            if (!select.distinctOn().isEmpty()) {
                wording.distinctOn(to, select.distinctOn());
            }
            columns(select.columns());
        });
        var rest = to.aside(() -> {
            conditions(select);
            tail(select);
        });
        to.text(select.distinct() ? "select distinct " : "select ")
                .text(columns)
                .text(" from ");
        tables(scope);
        to.text(rest);
        to.leave();
    }

    private void columns(List<Node> columns) {
        for (int i = 0; i < columns.size(); i++) {
            to.text(i == 0 ? "" : ", ").node(columns.get(i));
            if (named) {
                to.text(" as ").name("c" + (i + 1));
            }
        }
    }

    private void conditions(Select select) {
        if (select.where() != null) {
            to.text(" where ").node(select.where());
        }
        if (!select.groupBy().isEmpty()) {
            to.text(" group by ")
                    .list(select.groupBy().stream().map(it -> place(select, it)).toList(), ", ");
        }
        if (select.having() != null) {
            to.text(" having ").node(select.having());
        }
    }

    /** What has parameters is a different expression wherever it stands, but for the number of its column. */
    private static Node place(Select select, Node node) {
        int place = node instanceof Node.Column ? 0 : select.place(node);
        return place == 0 ? node : new Node.Literal(String.valueOf(place));
    }

    private Sort sort(Select select, Sort sort) {
        boolean combined = !select.combined().isEmpty();
        if (!combined && !wording.ordersByPlace()) {
            return sort;
        }
        int place = combined ? select.place(sort.operand()) : 0;
        if (combined && place == 0) {
            throw new InvalidSql(
                    "rows of several queries can only be ordered by their columns.\n"
                            + "order by what is selected, or order each query.",
                    null);
        }
        var operand = combined ? new Node.Literal(String.valueOf(place)) : place(select, sort.operand());
        return new Sort(operand, sort.descending(), sort.nullsFirst());
    }

    private void tail(Select select) {
        if (!select.order().isEmpty()) {
            to.text(" order by ")
                    .sorts(select.order().stream().map(it -> sort(select, it)).toList());
        }
        wording.limit(to, select);
        if (select.lock() != null) {
            wording.lock(to, select.lock());
        }
    }

    /** The tables, and how they are joined. */
    void tables(Scope scope) {
        boolean first = true;
        for (var each : scope.names().entrySet()) {
            var source = each.getKey();
            var parent = source.before();
            if (!first) {
                to.text(source.optional() ? " left join " : " join ");
            }
            to.name(source.table());
            if (!each.getValue().equals(source.table())) {
                to.text(" as ").name(each.getValue());
            }
            if (parent != null) {
                to.text(" on ")
                        .name(scope.name(parent))
                        .text(".")
                        .name(source.parentColumn())
                        .text(" = ")
                        .name(each.getValue())
                        .text(".")
                        .name(source.column());
            }
            first = false;
        }
    }

    /**
     * One after the other. Databases differ in what goes first, so that another kind of combination has what came before
     * as a query of its own.
     */
    private void combined(Select select) {
        var parts = select.combined();
        int last = parts.size() - 1;
        while (last > 0 && parts.get(last - 1).combination() == parts.get(last).combination()) {
            last--;
        }
        if (last == 0) {
            part(select.alone(List.of()));
        } else {
            to.text("select * from (");
            new SelectWriter(to, wording, true).combined(select.alone(parts.subList(0, last)));
            to.text(") as ").name("part");
        }
        for (var each : parts.subList(last, parts.size())) {
            to.text(
                    switch (each.combination()) {
                        case UNION -> " union ";
                        case UNION_ALL -> " union all ";
                        case INTERSECT -> " intersect ";
                        case EXCEPT -> " except ";
                    });
            part(each.query());
        }
        tail(select);
    }

    /** In a table of its own, since databases differ in what brackets mean here. */
    private void part(Select select) {
        if (select.plain() && select.distinctOn().isEmpty()) {
            plain(select);
        } else {
            to.text("select * from (");
            new SelectWriter(to, wording, true).select(select);
            to.text(") as ").name("part");
        }
    }
}
