package nuages.data.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nuages.data.row.ValueKind;

/** As PostgreSQL wants it. */
final class PostgresWording implements Wording {
    /** What has no name of its own in SQL for an array's type, by the class of its values. */
    private static final Map<String, String> ARRAYS = Map.ofEntries(
            Map.entry("UUID", "::uuid[]"),
            Map.entry("Instant", "::timestamptz[]"),
            Map.entry("OffsetDateTime", "::timestamptz[]"),
            Map.entry("LocalDateTime", "::timestamp[]"),
            Map.entry("LocalDate", "::date[]"),
            Map.entry("LocalTime", "::time[]"),
            Map.entry("Duration", "::interval[]"),
            Map.entry("BigDecimal", "::numeric[]"),
            Map.entry("BigInteger", "::numeric[]"),
            Map.entry("Double", "::double precision[]"),
            Map.entry("Float", "::double precision[]"),
            Map.entry("Boolean", "::boolean[]"),
            Map.entry("String", "::text[]"));

    private static final Map<Function, String> FUNCTIONS = Map.of(
            Function.ROUND, "round(cast($1 as numeric), $2)",
            Function.ANY_VALUE, "(array_agg($1))[1]",
            Function.SHA1, "encode(digest(convert_to($1, 'UTF8'), 'sha1'), 'hex')");

    @Override
    public String database() {
        return "PostgreSQL";
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
    public Object value(Worded worded) {
        return switch (worded) {
            case Worded.Pattern it -> it.like("\\");
            case Worded.Steps it -> it.jsonPath();
        };
    }

    /** A list as one parameter, of which there may be any number of values. */
    @Override
    public void in(SqlWriter to, Node.In in) {
        var sample = Objects.requireNonNull(in.sample());
        var cast = whole(sample)
                ? ""
                : switch (Objects.requireNonNull(in.kind())) {
                    case JSON -> "::jsonb[]";
                    case IP_ADDRESS -> "::inet[]";
                    default -> ARRAYS.get(sample.getSimpleName());
                };
        if (cast == null) {
            Wording.super.in(to, in);
        } else {
            to.operand(in.operand()).text(" = any(").array(in, cast).text(")");
        }
    }

    private static boolean whole(Class<?> type) {
        return type == Long.class || type == Integer.class || type == Short.class;
    }

    @Override
    public Object array(Node.In in) {
        int size = in.values().size();
        if (whole(Objects.requireNonNull(in.sample()))) {
            var numbers = new long[size];
            Arrays.setAll(numbers, i -> ((Number) Objects.requireNonNull(in.value(i))).longValue());
            return numbers;
        }
        var texts = new String[size];
        Arrays.setAll(texts, i -> String.valueOf(in.value(i)));
        return texts;
    }

    @Override
    public void call(SqlWriter to, Function function, List<Node> arguments) {
        switch (function) {
            case GREATEST -> Phrases.nullIfOneIs(to, "greatest", arguments);
            case LEAST -> Phrases.nullIfOneIs(to, "least", arguments);
            default -> Wording.super.call(to, function, arguments);
        }
    }

    @Override
    public void compare(SqlWriter to, Node.Compare compare) {
        Phrases.compare(to, compare.left(), compare.comparison().sql(), compare.right());
    }

    @Override
    public void match(SqlWriter to, Node.Match match) {
        var operator = switch (match.matching()) {
            case CONTAINS, STARTS, ENDS -> "like";
            case EQUAL -> "=";
            case REGEX -> match.anyCase() ? "~*" : "~";
        };
        if (match.anyCase() && match.matching() != Matching.REGEX) {
            to.text("upper(").node(match.text()).text(") ").text(operator);
            to.text(" upper(").node(match.pattern()).text(")");
        } else {
            Phrases.compare(to, match.text(), operator, match.pattern());
        }
    }

    @Override
    public void arithmetic(SqlWriter to, Node.Arithmetic it) {
        var pair = List.of(it.left(), it.right());
        switch (it.operator()) {
            case DIVIDE -> to.phrase("$1 / nullif($2, 0)", pair);
            case DIVIDE_WHOLE -> to.phrase("$1 / nullif($2, 0)", pair);
            case MODULO -> to.phrase("$1 % nullif($2, 0)", pair);
            case MODULO_REAL -> to.phrase("cast($1 as numeric) % nullif(cast($2 as numeric), 0)", pair);
            case SHIFT_LEFT, SHIFT_RIGHT ->
                to.operand(it.left())
                        .text(it.operator().sql())
                        .text("cast(")
                        .node(it.right())
                        .text(" as integer)");
            default -> Phrases.compare(to, it.left(), it.operator().sql(), it.right());
        }
    }

    @Override
    public void cast(SqlWriter to, Node.Cast cast) {
        to.phrase(
                switch (cast.type()) {
                    case TEXT -> "cast($1 as text)";
                    case BIG_INTEGER -> "cast($1 as bigint)";
                    case DECIMAL -> "cast($1 as numeric)";
                    case REAL -> "cast($1 as double precision)";
                    case DATE -> "cast($1 as date)";
                    case TIMESTAMP -> "(cast($1 as timestamp) at time zone 'UTC')";
                    case BOOL -> "($1 <> 0)";
                },
                List.of(cast.operand()));
    }

    @Override
    public void datePart(SqlWriter to, Node.DatePart part) {
        PostgresDates.write(to, part);
    }

    @Override
    public void jsonPath(SqlWriter to, Node.JsonPath it) {
        var found = "jsonb_path_query_first($1, cast($2 as jsonpath), '{}', true)";
        to.phrase(
                switch (it.type()) {
                    case JSON -> found;
                    case EXISTS -> "(" + found + " is not null)";
                    case TEXT -> as(found, "string", "text");
                    case NUMBER -> as(found, "number", "numeric");
                    case REAL -> as(found, "number", "double precision");
                    case BOOL -> as(found, "boolean", "boolean");
                },
                List.of(it.operand(), it.path()));
    }

    private static String as(String found, String json, String type) {
        return "case when jsonb_typeof(" + found + ") = '" + json + "' then cast(" + found + " #>> '{}' as " + type
                + ") end";
    }

    @Override
    public void aggregate(SqlWriter to, Node.Aggregate aggregate) {
        aggregate(to, aggregate, () -> {});
    }

    @Override
    public void window(SqlWriter to, Node.Window window) {
        if (window.function() instanceof Node.Aggregate it) {
            aggregate(to, it, () -> to.over(window));
        } else {
            Wording.super.window(to, window);
        }
    }

    /** An aggregate with something behind the function of the database that it is made of. */
    private static void aggregate(SqlWriter to, Node.Aggregate it, Runnable behind) {
        boolean any = it.function() == Function.ANY_VALUE;
        var filter = it.filter();
        if (any) {
            var there = new Node.IsNull(it.arguments().getFirst(), true);
            filter = filter == null ? there : new Node.Junction(true, List.of(there, filter));
        }
        var phrase = any
                ? "array_agg($1)"
                : FUNCTIONS.getOrDefault(it.function(), it.function().sql());
        to.text(any ? "(" : "");
        Phrases.aggregate(to, phrase, it, filter);
        behind.run();
        to.text(any ? ")[1]" : "");
    }

    @Override
    public void sort(SqlWriter to, Sort sort) {
        Phrases.sortWithNulls(to, sort);
    }

    @Override
    public void distinctOn(SqlWriter to, List<Node> columns) {
        to.text("distinct on (").list(columns, ", ").text(") ");
    }

    @Override
    public void lock(SqlWriter to, Select.Lock lock) {
        Phrases.lock(to, lock);
    }

    @Override
    public void limit(SqlWriter to, Select select) {
        Phrases.limit(to, select, "");
    }
}
