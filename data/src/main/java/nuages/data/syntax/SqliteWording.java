package nuages.data.syntax;

import java.util.List;
import java.util.Locale;
import nuages.data.row.ValueKind;

/** As SQLite wants it. */
final class SqliteWording implements Wording {
    @Override
    public String quote(String name) {
        return Phrases.doubleQuoted(name);
    }

    @Override
    public String parameter(ValueKind kind) {
        return "?";
    }

    @Override
    public void call(SqlWriter to, Function function, List<Node> arguments) {
        switch (function) {
            case CONCAT -> {
                to.text("(");
                for (int i = 0; i < arguments.size(); i++) {
                    to.text(i == 0 ? "coalesce(" : " || coalesce(")
                            .node(arguments.get(i))
                            .text(", '')");
                }
                to.text(")");
            }
            case NOW -> to.text("strftime('%Y-%m-%d %H:%M:%f', 'now')");
            default -> Phrases.plain(to, function, arguments);
        }
    }

    @Override
    public void compare(SqlWriter to, Node.Compare compare) {
        Phrases.compare(
                to,
                compare.left(),
                switch (compare.comparison()) {
                    case SAME -> "is";
                    case DISTINCT -> "is not";
                    default -> compare.comparison().sql();
                },
                compare.right());
    }

    /** {@code like} takes the letters of ASCII for equal in both cases; {@code glob} does not. */
    @Override
    public void match(SqlWriter to, Node.Match match) {
        switch (match.matching()) {
            case LIKE -> Phrases.like(to, match.text(), "like", match.pattern(), " escape '\\'");
            case LIKE_ANY_CASE -> Phrases.like(to, match.text(), "like", match.pattern(), " escape '\\'");
            case EQUAL_ANY_CASE -> {
                to.text("lower(").node(match.text()).text(") = lower(");
                to.node(match.pattern()).text(")");
            }
            case REGEX, REGEX_ANY_CASE -> Phrases.compare(to, match.text(), "regexp", match.pattern());
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
                            case TEXT, DATE, TIMESTAMP -> "text";
                            case BIG_INTEGER, BOOL -> "integer";
                            case DECIMAL -> "numeric";
                            case REAL -> "real";
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

    @Override
    public void aggregate(SqlWriter to, Node.Aggregate aggregate) {
        Phrases.aggregate(to, aggregate.function().name().toLowerCase(Locale.ROOT), aggregate, aggregate.filter());
    }

    @Override
    public void sort(SqlWriter to, Sort sort) {
        Phrases.sortWithNulls(to, sort);
    }

    /** It has no locks of rows; whoever writes has the whole database to himself. */
    @Override
    public void lock(SqlWriter to, Select.Lock lock) {}

    @Override
    public void limit(SqlWriter to, Select select) {
        Phrases.limit(to, select, " limit -1");
    }

    @Override
    public void onConflict(SqlWriter to, Insert insert, Insert.OnConflict conflict) {
        Phrases.onConflict(to, conflict);
    }

    @Override
    public boolean returns() {
        return true;
    }
}
