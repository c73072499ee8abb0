package nuages.data.syntax;

import java.util.List;
import java.util.Locale;
import nuages.data.row.ValueKind;

/** As PostgreSQL wants it. */
final class PostgresWording implements Wording {
    @Override
    public String quote(String name) {
        return Phrases.doubleQuoted(name);
    }

    @Override
    public String parameter(ValueKind kind) {
        return switch (kind) {
            case PLAIN -> "?";
            case JSON -> "?::jsonb";
            case IP_ADDRESS -> "?::inet";
            case TEXT -> "?::text";
            case WHOLE -> "?::bigint";
            case DECIMAL -> "?::numeric";
            case DURATION -> "?::interval";
        };
    }

    @Override
    public void call(SqlWriter to, Function function, List<Node> arguments) {
        switch (function) {
            case CONCAT -> Phrases.call(to, "concat", arguments);
            case NOW -> to.text("statement_timestamp()");
            default -> Phrases.plain(to, function, arguments);
        }
    }

    @Override
    public void compare(SqlWriter to, Node.Compare compare) {
        Phrases.compare(to, compare.left(), compare.comparison().sql(), compare.right());
    }

    @Override
    public void match(SqlWriter to, Node.Match match) {
        switch (match.matching()) {
            case LIKE -> Phrases.like(to, match.text(), "like", match.pattern(), "");
            case LIKE_ANY_CASE -> {
                to.text("upper(").node(match.text()).text(") like upper(");
                to.node(match.pattern()).text(")");
            }
            case EQUAL_ANY_CASE -> {
                to.text("upper(").node(match.text()).text(") = upper(");
                to.node(match.pattern()).text(")");
            }
            case REGEX -> Phrases.compare(to, match.text(), "~", match.pattern());
            case REGEX_ANY_CASE -> Phrases.compare(to, match.text(), "~*", match.pattern());
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
                            case TEXT -> "text";
                            case BIG_INTEGER -> "bigint";
                            case DECIMAL -> "numeric";
                            case REAL -> "double precision";
                            case DATE -> "date";
                            case TIMESTAMP -> "timestamp with time zone";
                            case BOOL -> "boolean";
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

    @Override
    public void lock(SqlWriter to, Select.Lock lock) {
        Phrases.lock(to, lock);
    }

    @Override
    public void limit(SqlWriter to, Select select) {
        Phrases.limit(to, select, "");
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
