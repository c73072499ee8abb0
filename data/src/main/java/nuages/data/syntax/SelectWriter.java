package nuages.data.syntax;

import java.util.List;

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
        if (select.inner() != null && select.on().isEmpty()) {
            to.text(select.distinct() ? "select distinct " : "select ").list(select.columns(), ", ");
            to.text(" from ");
            inner(select.inner());
            conditions(select);
            tail(select);
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
        var beside = to.aside(() -> joined(select));
        var rest = to.aside(() -> {
            conditions(select);
            tail(select);
        });
        to.text(select.distinct() ? "select distinct " : "select ")
                .text(columns)
                .text(" from ");
        tables(scope);
        to.text(beside).text(rest);
        to.leave();
    }

    private void inner(Select inner) {
        to.text("(");
        new SelectWriter(to, wording, true).select(inner);
        to.text(") as ").name("rows");
    }

    /** Rows that are there several times in the other query are so here. */
    private void joined(Select select) {
        if (select.inner() != null) {
            to.text(" join ");
            inner(select.inner());
            for (int i = 0; i < select.on().size(); i++) {
                to.text(i == 0 ? " on " : " and ").node(select.on().get(i)).text(" = ");
                to.name("rows").text(".").text("c" + (i + 1));
            }
        }
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
        return wording.ordersByPlace()
                ? new Sort(place(select, sort.operand()), sort.descending(), sort.nullsFirst())
                : sort;
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

    /** One after the other, which databases agree on as long as all are combined in one way. */
    private void combined(Select select) {
        part(select.alone());
        for (var each : select.combined()) {
            to.text(
                    switch (each.combination()) {
                        case UNION -> " union ";
                        case UNION_ALL -> " union all ";
                        case INTERSECT -> " intersect ";
                        case EXCEPT -> " except ";
                    });
            part(each.query());
        }
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
