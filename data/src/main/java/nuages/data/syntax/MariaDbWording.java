package nuages.data.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nuages.data.error.InvalidSql;
import nuages.data.row.ValueKind;

/** As MariaDB and MySQL want it. */
final class MariaDbWording implements Wording {
    /** It takes NULL for the null of JSON. */
    private static final String JSON_EQUAL = "($1 is not null and $2 is not null and json_equals($*))";

    private static final String IS_LIST = "json_type(json_extract($1, $2)) = 'ARRAY'";
    private static final String IS_NUMBER = "json_type(json_extract($1, $2)) in ('INTEGER', 'DOUBLE', 'DECIMAL')";

    private static final Set<Function> BITS = Set.of(Function.BIT_AND, Function.BIT_OR, Function.BIT_XOR);

    private static final Map<Function, String> FUNCTIONS = Map.ofEntries(
            Map.entry(Function.LENGTH, "char_length($*)"),
            Map.entry(Function.CONCAT, "concat_ws('', $*)"),
            Map.entry(Function.POSITION, "locate($2, convert($1 using utf8mb4) collate utf8mb4_bin)"),
            Map.entry(Function.SHA224, "sha2($1, 224)"),
            Map.entry(Function.SHA384, "sha2($1, 384)"),
            Map.entry(Function.CHARACTER, "convert(unhex(lpad(hex($1), 8, '0')) using utf32)"),
            Map.entry(Function.CODE_POINT, "nullif(ord(convert(left($1, 1) using utf32)), 0)"),
            Map.entry(Function.SHA256, "sha2($1, 256)"),
            Map.entry(Function.SHA512, "sha2($1, 512)"),
            Map.entry(Function.PI, "cast(pi() as double)"),
            Map.entry(Function.RANDOM, "rand()"),
            Map.entry(
                    Function.UUID4,
                    "lower(concat(hex(random_bytes(6)), '4', substr(hex(random_bytes(2)), 2), "
                            + "substr('89AB', 1 + floor(rand() * 4), 1), substr(hex(random_bytes(8)), 2)))"),
            Map.entry(
                    Function.UUID7,
                    "lower(concat(lpad(hex(floor(unix_timestamp(sysdate(6)) * 1000)), 12, '0'), '7', "
                            + "substr(hex(random_bytes(2)), 2), substr('89AB', 1 + floor(rand() * 4), 1), "
                            + "substr(hex(random_bytes(8)), 2)))"),
            Map.entry(Function.JSON_OBJECT, "json_object($*)"),
            Map.entry(Function.JSON_ARRAY, "json_array($*)"),
            Map.entry(
                    Function.JSON_TRUTH,
                    "json_extract(case $1 when 1 then 'true' when 0 then 'false' end, char(36 using utf8mb4))"),
            Map.entry(Function.NOW, "utc_timestamp(6)"),
            Map.entry(Function.LATER, "date_add($1, interval $2 microsecond)"),
            Map.entry(Function.BETWEEN, "timestampdiff(microsecond, $1, $2)"),
            Map.entry(Function.JSON_CONTAINS, "json_contains($*)"),
            Map.entry(Function.AVG, "avg(cast($1 as double))"),
            Map.entry(Function.STD_DEV, "stddev_pop(cast($1 as double))"),
            Map.entry(Function.STD_DEV_SAMPLE, "stddev_samp(cast($1 as double))"),
            Map.entry(Function.VARIANCE, "var_pop(cast($1 as double))"),
            Map.entry(Function.VARIANCE_SAMPLE, "var_samp(cast($1 as double))"),
            Map.entry(Function.STRING_AGG, "group_concat($1)"),
            Map.entry(Function.BOOL_AND, "min($1)"),
            Map.entry(Function.BOOL_OR, "max($1)"));

    @Override
    public String database() {
        return "MariaDB";
    }

    @Override
    public Map<Function, String> functions() {
        return FUNCTIONS;
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** In digits, since it depends on the session whether a backslash escapes. */
    @Override
    public String constant(String text) {
        return "x'" + HexFormat.of().formatHex(text.getBytes(UTF_8)) + "'";
    }

    @Override
    public String parameter(ValueKind kind) {
        return "?";
    }

    @Override
    public Object value(Worded worded) {
        return switch (worded) {
            case Worded.Pattern it
            when it.matching() == Matching.REGEX -> (it.anyCase() ? "(?i)" : "(?-i)") + it.text();
            case Worded.Pattern it -> it.like("!");
            case Worded.Steps it -> it.path("");
        };
    }

    @Override
    public void compare(SqlWriter to, Node.Compare compare) {
        var pair = List.of(compare.left(), compare.right());
        boolean json = Phrases.json(compare);
        switch (compare.comparison()) {
            case SAME -> to.phrase(json ? JSON_EQUAL : "$1 <=> $2", pair);
            case DISTINCT -> to.phrase(json ? "not " + JSON_EQUAL : "not ($1 <=> $2)", pair);
            case EQUAL -> to.phrase(json ? JSON_EQUAL : "$1 = $2", pair);
            case UNEQUAL -> to.phrase(json ? "not " + JSON_EQUAL : "$1 <> $2", pair);
            case LESS, AT_MOST, GREATER, AT_LEAST ->
                Phrases.compare(to, compare.left(), compare.comparison().sql(), compare.right());
        }
    }

    /** Collations of this database may take more for equal than upper and lower case; bytes do not. */
    @Override
    public void match(SqlWriter to, Node.Match match) {
        var pair = List.of(match.text(), match.pattern());
        to.phrase(
                switch (match.matching()) {
                    case REGEX -> "$1 regexp $2";
                    case EQUAL -> match.anyCase() ? "lower($1) = binary lower($2)" : "$1 = binary $2";
                    case CONTAINS, STARTS, ENDS ->
                        match.anyCase() ? "lower($1) like binary lower($2) escape '!'" : "$1 like binary $2 escape '!'";
                },
                pair);
    }

    @Override
    public void arithmetic(SqlWriter to, Node.Arithmetic it) {
        var sql = switch (it.operator()) {
            case DIVIDE -> "$1 / nullif($2, 0)";
            case DIVIDE_WHOLE -> "$1 div nullif($2, 0)";
            case MODULO, MODULO_REAL -> "$1 % nullif($2, 0)";
            case BIT_XOR -> "cast($1 ^ $2 as signed)";
            case BIT_AND, BIT_OR, SHIFT_LEFT, SHIFT_RIGHT ->
                "cast($1 " + it.operator().sql() + " $2 as signed)";
            case PLUS, MINUS, TIMES -> "$1 " + it.operator().sql() + " $2";
        };
        to.phrase(sql, List.of(it.left(), it.right()));
    }

    @Override
    public void cast(SqlWriter to, Node.Cast cast) {
        to.phrase(
                switch (cast.type()) {
                    case TEXT -> "cast($1 as char)";
                    case BIG_INTEGER -> "cast($1 as signed)";
                    case BOOL -> "($1 <> 0)";
                    case DECIMAL -> "cast($1 as decimal(45, 15))";
                    case REAL -> "cast($1 as double)";
                    case DATE -> "cast($1 as date)";
                    case TIMESTAMP -> "cast($1 as datetime(6))";
                },
                List.of(cast.operand()));
    }

    @Override
    public void datePart(SqlWriter to, Node.DatePart part) {
        MariaDbDates.write(to, part);
    }

    /** To it, what is no list is one of a single value, which has a position. */
    @Override
    public void jsonPath(SqlWriter to, Node.JsonPath it) {
        for (int i = 0; i < it.lists().size(); i++) {
            to.text(i == 0 ? "case when " : " and ");
            to.phrase(IS_LIST, List.of(it.operand(), it.lists().get(i)));
        }
        to.text(it.lists().isEmpty() ? "" : " then ");
        to.phrase(
                switch (it.type()) {
                    case JSON -> "json_extract($1, $2)";
                    case EXISTS -> "json_contains_path($1, 'one', $2)";
                    case TEXT ->
                        "case when json_type(json_extract($1, $2)) = 'STRING'"
                                + " then json_unquote(json_extract($1, $2)) end";
                    case NUMBER -> "case when " + IS_NUMBER + " then cast(json_extract($1, $2) as decimal(45, 15)) end";
                    case REAL -> "case when " + IS_NUMBER + " then cast(json_extract($1, $2) as double) end";
                    case BOOL ->
                        "case when json_type(json_extract($1, $2)) = 'BOOLEAN'"
                                + " then json_extract($1, $2) = 'true' end";
                },
                List.of(it.operand(), it.path()));
        to.text(it.lists().isEmpty() ? "" : it.type() == JsonType.EXISTS ? " else 0 end" : " end");
    }

    /** It has no filters: what does not count becomes NULL, which no aggregate counts. */
    @Override
    public void aggregate(SqlWriter to, Node.Aggregate it) {
        aggregate(to, it, () -> {});
    }

    /** An aggregate with something behind each function of the database that it is made of. */
    private static void aggregate(SqlWriter to, Node.Aggregate it, Runnable behind) {
        var arguments = it.arguments();
        if (it.filter() != null) {
            var value = arguments.isEmpty() ? new Node.Literal("1") : arguments.getFirst();
            arguments = List.of(new Node.Case(List.of(new Node.When(it.filter(), value)), null));
        }
        var phrase = FUNCTIONS.getOrDefault(it.function(), it.function().sql());
        if (it.function() == Function.STRING_AGG) {
            var separator = (Node.Constant) it.arguments().get(1);
            var texts = new Node.Aggregate(it.function(), arguments.subList(0, 1), it.distinct(), null, it.order());
            var written = to.aside(() -> Phrases.aggregate(to, phrase, texts, null));
            to.text(written.substring(0, written.length() - 1));
            to.text(" separator ").node(separator).text(")");
            behind.run();
        } else if (BITS.contains(it.function())) {
            bits(to, it, phrase, arguments, behind);
        } else {
            Phrases.aggregate(
                    to, phrase, new Node.Aggregate(it.function(), arguments, it.distinct(), null, it.order()), null);
            behind.run();
        }
    }

    /**
     * It has no NULL for none, no negative numbers, and no distinct, which matters to one of them only. Where NULL leaves a
     * window, it takes away bits that are still there, so that there is a number in its place that changes nothing.
     */
    private static void bits(SqlWriter to, Node.Aggregate it, String phrase, List<Node> arguments, Runnable behind) {
        if (it.distinct() && it.function() == Function.BIT_XOR) {
            throw new InvalidSql(
                    "MariaDB has no exclusive or of different values only.\n"
                            + "leave distinct() out, or select the different values and compute it of them.",
                    null);
        }
        to.text("case when ");
        Phrases.aggregate(to, "count($1)", new Node.Aggregate(Function.COUNT, arguments, false, null, List.of()), null);
        behind.run();
        to.text(" > 0 then cast(");
        var neutral = new Node.Literal(it.function() == Function.BIT_AND ? "-1" : "0");
        var value = new Node.Call(Function.COALESCE, List.of(arguments.getFirst(), neutral));
        Phrases.aggregate(to, phrase, new Node.Aggregate(it.function(), List.of(value), false, null, List.of()), null);
        behind.run();
        to.text(" as signed) end");
    }

    /** NULL is the least of all; where it goes somewhere else, that is ordered by before. */
    @Override
    public void sort(SqlWriter to, Sort sort) {
        boolean asAlways = sort.nullsFirst() == null || sort.nullsFirst() != sort.descending();
        if (!asAlways) {
            to.operand(sort.operand()).text(sort.descending() ? " is not null, " : " is null, ");
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

    /** It lets no default be given for rows that there are not, which are those where a constant is NULL as well. */
    @Override
    public void window(SqlWriter to, Node.Window window) {
        if (window.excluded() != null) {
            throw new InvalidSql(
                    "MariaDB has no windows that leave out rows of their frame, here \"exclude " + window.excluded()
                            + "\".\nuse a frame without it, and take those rows away from what the function gives.",
                    null);
        }
        if (window.function() instanceof Node.Aggregate it) {
            aggregate(to, it, () -> to.over(window));
        } else if (window.function() instanceof Node.Call(var which, var parts) && parts.size() == 3) {
            to.text("case when ").node(new Node.Call(which, List.of(new Node.Literal("1"), parts.get(1))));
            to.over(window).text(" is null then ").operand(parts.get(2)).text(" else ");
            to.node(new Node.Call(which, parts.subList(0, 2))).over(window).text(" end");
        } else {
            Wording.super.window(to, window);
        }
    }

    /** It does not read a table in a query that it is changing. */
    @Override
    public boolean joinsInUpdates() {
        return true;
    }

    @Override
    public boolean assignsInTurn() {
        return true;
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
        if (conflict.counted() != null) {
            to.text(", ")
                    .name(conflict.counted())
                    .text(" = ")
                    .name(conflict.counted())
                    .text(" + 1");
        }
    }

    @Override
    public String noValues() {
        return " () values ()";
    }

    /** MariaDB returns columns of inserted rows, MySQL does not, and only the former reads this comment. */
    @Override
    public void returning(SqlWriter to, List<String> columns, boolean inserted) {
        if (inserted) {
            to.text(" /*M!100500 returning ").names(columns).text(" */");
        }
    }

    @Override
    public boolean ordersByPlace() {
        return false;
    }
}
