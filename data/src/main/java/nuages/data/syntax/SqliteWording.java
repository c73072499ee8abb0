package nuages.data.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import nuages.data.error.InvalidSql;
import nuages.data.error.RejectedValue;
import nuages.data.row.ValueKind;

/** As SQLite wants it. What it has no function for is one of those that each connection gets when it is opened. */
final class SqliteWording implements Wording {
    /** Its limit for patterns. */
    private static final int PATTERN_BYTES = 50_000;

    private static final Map<Function, String> FUNCTIONS = Map.ofEntries(
            Map.entry(Function.LOWER, "nuages_lower($1)"),
            Map.entry(Function.UPPER, "nuages_upper($1)"),
            Map.entry(Function.LEFT, "substr($1, 1, $2)"),
            Map.entry(Function.RIGHT, "case when $2 > 0 then substr($1, - $2) else '' end"),
            Map.entry(Function.LEFT_PAD, "nuages_pad('left', $*)"),
            Map.entry(Function.RIGHT_PAD, "nuages_pad('right', $*)"),
            Map.entry(Function.POSITION, "instr($*)"),
            Map.entry(Function.REVERSE, "nuages_reverse($1)"),
            Map.entry(Function.REPEAT, "nuages_repeat($*)"),
            Map.entry(Function.MD5, "nuages_digest('MD5', $1)"),
            Map.entry(Function.SHA1, "nuages_digest('SHA-1', $1)"),
            Map.entry(Function.SHA224, "nuages_digest('SHA-224', $1)"),
            Map.entry(Function.SHA384, "nuages_digest('SHA-384', $1)"),
            Map.entry(Function.CHARACTER, "case when $1 is not null then char($1) end"),
            Map.entry(Function.CODE_POINT, "unicode($1)"),
            Map.entry(Function.SHA256, "nuages_digest('SHA-256', $1)"),
            Map.entry(Function.SHA512, "nuages_digest('SHA-512', $1)"),
            Map.entry(Function.GREATEST, "max($*)"),
            Map.entry(Function.LEAST, "min($*)"),
            Map.entry(Function.COT, "(1.0 / tan($1))"),
            Map.entry(Function.RANDOM, "((random() & 9007199254740991) / 9007199254740992.0)"),
            Map.entry(
                    Function.UUID4,
                    "lower(hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) || "
                            + "substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(8)), 2))"),
            Map.entry(
                    Function.UUID7,
                    "printf('%012x', cast((julianday('now') - 2440587.5) * 86400000 as integer)) || lower('7' || "
                            + "substr(hex(randomblob(2)), 2) || substr('89AB', 1 + (random() & 3), 1) || "
                            + "substr(hex(randomblob(8)), 2))"),
            Map.entry(Function.JSON_OBJECT, "json_object($*)"),
            Map.entry(Function.JSON_ARRAY, "json_array($*)"),
            Map.entry(Function.JSON_TRUTH, "json(case $1 when 1 then 'true' when 0 then 'false' end)"),
            Map.entry(Function.BIT_AND, "nuages_bit_and($1)"),
            Map.entry(Function.BIT_OR, "nuages_bit_or($1)"),
            Map.entry(Function.BIT_XOR, "nuages_bit_xor($1)"),
            Map.entry(Function.NOW, "strftime('%Y-%m-%d %H:%M:%f', 'now')"),
            Map.entry(Function.LATER, "nuages_later($*)"),
            Map.entry(Function.BETWEEN, "nuages_between($*)"),
            Map.entry(Function.JSON_CONTAINS, "nuages_json_contains($*)"),
            Map.entry(Function.AVG, "avg($1)"),
            Map.entry(Function.STD_DEV, "nuages_std_dev($1)"),
            Map.entry(Function.STD_DEV_SAMPLE, "nuages_std_dev_sample($1)"),
            Map.entry(Function.VARIANCE, "nuages_variance($1)"),
            Map.entry(Function.VARIANCE_SAMPLE, "nuages_variance_sample($1)"),
            Map.entry(Function.STRING_AGG, "group_concat($*)"),
            Map.entry(Function.BOOL_AND, "min($1)"),
            Map.entry(Function.BOOL_OR, "max($1)"));

    @Override
    public String database() {
        return "SQLite";
    }

    @Override
    public Map<Function, String> functions() {
        return FUNCTIONS;
    }

    @Override
    public String quote(String name) {
        return Phrases.doubleQuoted(name);
    }

    @Override
    public String parameter(ValueKind kind) {
        return kind == ValueKind.DECIMAL ? "cast(? as numeric)" : "?";
    }

    @Override
    public Object value(Worded worded) {
        return switch (worded) {
            case Worded.Steps it -> it.path("#");
            case Worded.Pattern it ->
                switch (it.matching()) {
                    case EQUAL, REGEX -> it.text();
                    case CONTAINS -> it.anyCase() ? pattern(it.like("!")) : it.text();
                    case STARTS, ENDS -> pattern(it.anyCase() ? it.like("!") : it.glob());
                };
        };
    }

    private static String pattern(String pattern) {
        if (pattern.indexOf(0) >= 0) {
            throw new RejectedValue(
                    "SQLite takes no NUL character in a pattern.\ntake it out, or use contains(…), which takes it.",
                    null);
        }
        if (pattern.length() > PATTERN_BYTES / 4 && pattern.getBytes(UTF_8).length > PATTERN_BYTES) {
            throw new RejectedValue(
                    "SQLite takes no pattern of more than 50000 bytes.\nuse a shorter text, or contains(…), which "
                            + "takes one of any length.",
                    null);
        }
        return pattern;
    }

    @Override
    public void compare(SqlWriter to, Node.Compare compare) {
        var sql = switch (compare.comparison()) {
            case SAME -> "is";
            case DISTINCT -> "is not";
            default -> compare.comparison().sql();
        };
        if (Phrases.json(compare)) {
            to.phrase("nuages_json($1) " + sql + " nuages_json($2)", List.of(compare.left(), compare.right()));
        } else {
            Phrases.compare(to, compare.left(), sql, compare.right());
        }
    }

    /** {@code like} takes the letters of ASCII for equal in both cases; {@code glob} does not. */
    @Override
    public void match(SqlWriter to, Node.Match match) {
        boolean any = match.anyCase();
        var sql = switch (match.matching()) {
            case CONTAINS -> any ? like(match) : "instr($1, $2) > 0";
            case STARTS, ENDS -> any ? like(match) : "$1 glob $2";
            case EQUAL -> {
                var fold = match.beyondAscii() ? "nuages_fold" : "lower";
                yield any ? fold + "($1) = " + fold + "($2)" : "$1 = $2";
            }
            case REGEX -> "nuages_regexp($2, " + (any ? 1 : 0) + ", $1)";
        };
        to.phrase(sql, List.of(match.text(), match.pattern()));
    }

    private static String like(Node.Match match) {
        return match.beyondAscii() ? "nuages_fold($1) like nuages_fold($2) escape '!'" : "$1 like $2 escape '!'";
    }

    @Override
    public void arithmetic(SqlWriter to, Node.Arithmetic it) {
        var sql = switch (it.operator()) {
            case DIVIDE -> "$1 * 1.0 / $2";
            case DIVIDE_WHOLE -> "$1 / $2";
            case MODULO_REAL -> "mod($1, $2)";
            case BIT_XOR -> "($1 | $2) - ($1 & $2)";
            default -> "$1 " + it.operator().sql() + " $2";
        };
        to.phrase(sql, List.of(it.left(), it.right()));
    }

    @Override
    public void cast(SqlWriter to, Node.Cast cast) {
        to.phrase(
                switch (cast.type()) {
                    case TEXT -> "cast($1 as text)";
                    case TIMESTAMP -> "nuages_later($1, 0)";
                    case DATE -> "nuages_start('DAY', null, $1)";
                    case BIG_INTEGER -> "cast($1 as integer)";
                    case BOOL -> "($1 <> 0)";
                    case DECIMAL -> "cast($1 as numeric)";
                    case REAL -> "cast($1 as real)";
                },
                List.of(cast.operand()));
    }

    @Override
    public void datePart(SqlWriter to, Node.DatePart it) {
        to.text(it.truncates() ? "nuages_start(" : "nuages_part(");
        to.text(constant(it.part().name())).text(", ");
        to.text(it.zone() == null ? "null" : constant(it.zone())).text(", ");
        to.node(it.operand()).text(")");
    }

    @Override
    public void jsonPath(SqlWriter to, Node.JsonPath it) {
        to.phrase(
                switch (it.type()) {
                    case JSON -> "($1 -> $2)";
                    case EXISTS -> "(json_type($1, $2) is not null)";
                    case TEXT -> "case when json_type($1, $2) = 'text' then $1 ->> $2 end";
                    case NUMBER -> "case when json_type($1, $2) in ('integer', 'real') then $1 ->> $2 end";
                    case REAL -> "case when json_type($1, $2) in ('integer', 'real') then cast($1 ->> $2 as real) end";
                    case BOOL -> "case when json_type($1, $2) in ('true', 'false') then $1 ->> $2 end";
                },
                List.of(it.operand(), it.path()));
    }

    @Override
    public void aggregate(SqlWriter to, Node.Aggregate it) {
        var phrase = FUNCTIONS.getOrDefault(it.function(), it.function().sql());
        if (it.function() == Function.STRING_AGG && it.distinct()) {
            var each = new Node.Aggregate(it.function(), it.arguments(), false, null, it.order());
            Phrases.aggregate(to, "nuages_join_distinct($*)", each, it.filter());
        } else {
            Phrases.aggregate(to, phrase, it, it.filter());
        }
    }

    /** The functions that each connection gets are of rows or groups only: the driver's for windows end the process. */
    @Override
    public void window(SqlWriter to, Node.Window window) {
        if (window.function() instanceof Node.Aggregate it
                && (FUNCTIONS.getOrDefault(it.function(), "").startsWith("nuages_")
                        || (it.function() == Function.STRING_AGG && it.distinct()))) {
            throw new InvalidSql(
                    "SQLite has no " + it.function() + (it.distinct() ? " of different values" : "")
                            + " of the rows around each row, as in Window.of(…): only one of a group or of all rows.\n"
                            + "use groupBy(), or compute it of the values of the rows.",
                    null);
        }
        Wording.super.window(to, window);
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
}
