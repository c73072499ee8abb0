package nuages.data.syntax;

import java.util.List;

/** Writes a query. For use by one thread. */
final class SelectWriter {
    private final SqlWriter to;
    private final Wording wording;

    SelectWriter(SqlWriter to, Wording wording) {
        this.to = to;
        this.wording = wording;
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
        var scope = to.enter(select.from());
        select.joins().forEach(scope::name);
        var columns = to.aside(() -> to.list(select.columns(), ", "));
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

    private void conditions(Select select) {
        if (select.where() != null) {
            to.text(" where ").node(select.where());
        }
        if (!select.groupBy().isEmpty()) {
            to.text(" group by ").list(select.groupBy(), ", ");
        }
        if (select.having() != null) {
            to.text(" having ").node(select.having());
        }
    }

    private void tail(Select select) {
        if (!select.order().isEmpty()) {
            to.text(" order by ").sorts(select.order());
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

    /** Each query stands in a table of its own, since databases differ in what brackets mean here. */
    private void combined(Select select) {
        var alone = new Select(
                select.from(),
                select.distinct(),
                select.columns(),
                select.joins(),
                select.where(),
                select.groupBy(),
                select.having(),
                List.of(),
                null,
                null,
                null,
                List.of());
        part(alone);
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
        tail(select);
    }

    private void part(Select select) {
        if (select.order().isEmpty()
                && select.limit() == null
                && select.offset() == null
                && select.combined().isEmpty()) {
            plain(select);
        } else {
            to.text("select * from (");
            select(select);
            to.text(") as ").name("part");
        }
    }
}
