package nuages.data.syntax;

import java.util.List;
import java.util.Locale;
import nuages.data.row.ValueKind;

/** As MariaDB and MySQL want it. */
final class MariaDbWording implements Wording {
    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String parameter(ValueKind kind) {
        return "?";
    }

    @Override
    public void call(SqlWriter to, Function function, List<Node> arguments) {
        switch (function) {
            case CONCAT -> {
                to.text("concat_ws('', ").list(arguments, ", ").text(")");
            }
            case LENGTH -> Phrases.call(to, "char_length", arguments);
            case NOW -> to.text("utc_timestamp(6)");
            default -> Phrases.plain(to, function, arguments);
        }
    }

    @Override
    public void compare(SqlWriter to, Node.Compare compare) {
        switch (compare.comparison()) {
            case SAME -> Phrases.compare(to, compare.left(), "<=>", compare.right());
            case DISTINCT -> {
                to.text("not (");
                Phrases.compare(to, compare.left(), "<=>", compare.right());
                to.text(")");
            }
            default -> Phrases.compare(to, compare.left(), compare.comparison().sql(), compare.right());
        }
    }

    @Override
    public void match(SqlWriter to, Node.Match match) {
        switch (match.matching()) {
            case LIKE -> Phrases.like(to, match.text(), "like binary", match.pattern(), "");
            case LIKE_ANY_CASE -> Phrases.like(to, match.text(), "like", match.pattern(), "");
            case EQUAL_ANY_CASE -> {
                to.text("lower(").node(match.text()).text(") = lower(");
                to.node(match.pattern()).text(")");
            }
            case REGEX -> {
                to.operand(match.text()).text(" regexp concat('(?-i)', ");
                to.node(match.pattern()).text(")");
            }
            case REGEX_ANY_CASE -> {
                to.operand(match.text()).text(" regexp concat('(?i)', ");
                to.node(match.pattern()).text(")");
            }
        }
    }

    @Override
    public void arithmetic(SqlWriter to, Node.Arithmetic it) {
        Phrases.compare(to, it.left(), it.operator().sql(), it.right());
    }

    @Override
    public void cast(SqlWriter to, Node.Cast cast) {
        to.text("cast(").node(cast.operand()).text(" as ");
        to.text(
                        switch (cast.type()) {
                            case TEXT -> "char";
                            case BIG_INTEGER, BOOL -> "signed";
                            case DECIMAL -> "decimal(65, 30)";
                            case REAL -> "double";
                            case DATE -> "date";
                            case TIMESTAMP -> "datetime(6)";
                        })
                .text(")");
    }

    @Override
    public void datePart(SqlWriter to, Node.DatePart part) {
        throw new UnsupportedOperationException(part.part().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void jsonPath(SqlWriter to, Node.JsonPath path) {
        throw new UnsupportedOperationException("json path");
    }

    /** It has no filters: what does not count becomes NULL, which no aggregate counts. */
    @Override
    public void aggregate(SqlWriter to, Node.Aggregate aggregate) {
        var name = aggregate.function().name().toLowerCase(Locale.ROOT);
        var filter = aggregate.filter();
        if (filter == null) {
            Phrases.aggregate(to, name, aggregate, null);
            return;
        }
        var value = aggregate.arguments().isEmpty()
                ? new Node.Literal("1")
                : aggregate.arguments().getFirst();
        var counted = new Node.Case(List.of(new Node.When(filter, value)), null);
        var plain = new Node.Aggregate(
                aggregate.function(), List.of(counted), aggregate.distinct(), null, aggregate.order());
        Phrases.aggregate(to, name, plain, null);
    }

    @Override
    public void sort(SqlWriter to, Sort sort) {
        if (sort.nullsFirst() != null) {
            to.operand(sort.operand()).text(sort.nullsFirst() ? " is not null, " : " is null, ");
        }
        Phrases.sort(to, sort);
    }

    @Override
    public void lock(SqlWriter to, Select.Lock lock) {
        Phrases.lock(to, new Select.Lock(lock.noWait(), lock.skipLocked(), false, List.of()));
    }

    @Override
    public void limit(SqlWriter to, Select select) {
        Phrases.limit(to, select, " limit 18446744073709551615");
    }

    @Override
    public void onConflict(SqlWriter to, Insert insert, Insert.OnConflict conflict) {
        to.text(" on duplicate key update ");
        var columns = conflict.update().isEmpty() ? conflict.target() : conflict.update();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            to.text(i == 0 ? "" : ", ").name(column).text(" = ");
            if (conflict.update().isEmpty()) {
                to.name(insert.table()).text(".").name(column);
            } else {
                to.text("values(").name(column).text(")");
            }
        }
    }

    @Override
    public boolean returns() {
        return false;
    }
}
