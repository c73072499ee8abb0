package nuages.data.syntax;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one statement as SQL, and notes which value belongs to which question mark. For use by one thread. */
final class SqlWriter {
    /** That of windows that say nothing of it. */
    private static final String USUAL_FRAME = "range between unbounded preceding and current row";

    private final Wording wording;
    private final Shape shape;
    private StringBuilder out = new StringBuilder(256);
    private long[] order = new long[8];
    private int count;
    private @Nullable Scope scope;
    /** The names that tables have got. */
    private final Set<String> names = new HashSet<>();

    SqlWriter(Wording wording, Shape shape) {
        this.wording = wording;
        this.shape = shape;
    }

    String sql() {
        return out.toString();
    }

    long[] order() {
        return Arrays.copyOf(order, count);
    }

    void statement(Statement statement) {
        switch (statement) {
            case Select select -> new SelectWriter(this, wording, false).select(select);
            case Insert insert -> new ChangeWriter(this, wording).insert(insert);
            case Update update -> new ChangeWriter(this, wording).update(update);
            case Delete delete -> new ChangeWriter(this, wording).delete(delete);
        }
    }

    SqlWriter text(String sql) {
        out.append(sql);
        return this;
    }

    SqlWriter name(String name) {
        return text(wording.quote(name));
    }

    /** Writes the parts with something between them. */
    SqlWriter list(List<? extends Node> parts, String between) {
        for (int i = 0; i < parts.size(); i++) {
            text(i == 0 ? "" : between).node(parts.get(i));
        }
        return this;
    }

    SqlWriter names(List<String> all) {
        for (int i = 0; i < all.size(); i++) {
            text(i == 0 ? "" : ", ").name(all.get(i));
        }
        return this;
    }

    SqlWriter sorts(List<Sort> sorts) {
        for (int i = 0; i < sorts.size(); i++) {
            text(i == 0 ? "" : ", ");
            wording.sort(this, sorts.get(i));
        }
        return this;
    }

    /** What is written meanwhile, taken out again. */
    String aside(Runnable writes) {
        var before = out;
        out = new StringBuilder(128);
        try {
            writes.run();
            return out.toString();
        } finally {
            out = before;
        }
    }

    /** Writes a query of its own within brackets. */
    SqlWriter query(Select select) {
        text("(");
        new SelectWriter(this, wording, false).select(select);
        return text(")");
    }

    Scope enter(Source root) {
        var entered = new Scope(scope, names);
        entered.name(root);
        scope = entered;
        return entered;
    }

    void leave() {
        scope = scope().parent();
    }

    Scope scope() {
        return requireNonNull(scope);
    }

    SqlWriter node(Node node) {
        switch (node) {
            case Node.Column column -> column(column);
            case Node.Value value -> value(value);
            case Node.Literal literal -> text(literal.sql());
            case Node.Tuple it -> text("(").list(it.parts(), ", ").text(")");
            case Node.Constant it -> text(wording.constant(it.text()));
            case Node.Call call -> wording.call(this, call.function(), call.arguments());
            case Node.Template template -> template(template);
            case Node.Arithmetic arithmetic -> wording.arithmetic(this, arithmetic);
            case Node.Subquery it -> query(it.query());
            case Node.Outer it -> outer(it.operand());
            case Node.Aggregate aggregate -> wording.aggregate(this, aggregate);
            case Node.Window window -> wording.window(this, window);
            case Node.Case it -> cases(it);
            case Node.Cast cast -> wording.cast(this, cast);
            case Node.DatePart part -> wording.datePart(this, part);
            case Node.JsonPath path -> wording.jsonPath(this, path);
            case Node.Collate it -> operand(it.operand()).text(" collate ").name(it.collation());
            case Node.Compare _,
                    Node.Match _,
                    Node.In _,
                    Node.InQuery _,
                    Node.Between _,
                    Node.IsNull _,
                    Node.Junction _,
                    Node.Not _,
                    Node.Exists _ -> condition(node);
        }
        return this;
    }

    private void condition(Node node) {
        switch (node) {
            case Node.Compare compare -> wording.compare(this, compare);
            case Node.Match match -> wording.match(this, match);
            case Node.In in -> in(in);
            case Node.InQuery in -> inQuery(in);
            case Node.Between it ->
                operand(it.operand())
                        .text(" between ")
                        .operand(it.from())
                        .text(" and ")
                        .operand(it.to());
            case Node.IsNull it -> operand(it.operand()).text(it.negated() ? " is not null" : " is null");
            case Node.Junction junction -> junction(junction);
            case Node.Not not -> not(not.operand());
            case Node.Exists it ->
                text(it.negated() ? "not exists " : "exists ").query(it.query());
            default -> throw new IllegalStateException("not a condition: " + node);
        }
    }

    /** A part within a larger one: in brackets, unless it holds together by itself. */
    SqlWriter operand(Node node) {
        boolean whole = switch (node) {
            case Node.Arithmetic _, Node.Junction _, Node.Collate _, Node.Template _ -> false;
            default -> !compares(node);
        };
        return whole ? node(node) : text("(").node(node).text(")");
    }

    /** Whether it holds together beside other conditions, and not within a larger expression. */
    private static boolean compares(Node node) {
        return switch (node) {
            case Node.Compare _, Node.Match _, Node.In _, Node.InQuery _, Node.Between _, Node.IsNull _, Node.Not _ ->
                true;
            case Node.Exists it -> it.negated();
            default -> false;
        };
    }

    private void column(Node.Column column) {
        name(scope().name(column.source())).text(".").name(column.name());
    }

    private void value(Node.Value value) {
        place((long) index(value) << Integer.SIZE);
        text(wording.parameter(value.kind()));
    }

    /** Which of the shape's values it is. */
    private int index(Object value) {
        int number = shape.number(value);
        if (number < 0) {
            throw new IllegalStateException("a value is written that is no part of its statement's shape");
        }
        return number;
    }

    private void place(long place) {
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
        }
        order[count++] = place;
    }

    /** A question mark for each value of a list. */
    SqlWriter places(Node.In in) {
        long first = (long) index(in) << Integer.SIZE;
        var parameter = wording.parameter(requireNonNull(in.kind()));
        for (int i = 0; i < in.places(); i++) {
            place(first + i + 1);
            text(i == 0 ? "" : ", ").text(parameter);
        }
        return this;
    }

    /** A question mark for a whole list of values. */
    SqlWriter array(Node.In in, String cast) {
        place((long) index(in) << Integer.SIZE);
        return text("?").text(cast);
    }

    private void template(Node.Template template) {
        var texts = template.wordings().of(wording);
        if (texts.size() != template.arguments().size() + 1) {
            throw new IllegalArgumentException("the SQL has " + (texts.size() - 1) + " question marks, and "
                    + template.arguments().size() + " arguments came with it: " + String.join("?", texts)
                    + "\npass one for each; write ?? for a question mark that is none.");
        }
        for (int i = 0; i < template.arguments().size(); i++) {
            text(texts.get(i)).operand(template.arguments().get(i));
        }
        text(texts.getLast());
    }

    /** A text in which {@code $1} is the first argument, and {@code $*} are all of them. */
    SqlWriter phrase(String phrase, List<? extends Node> arguments) {
        int from = 0;
        for (int at = phrase.indexOf('$'); at >= 0; at = phrase.indexOf('$', from)) {
            out.append(phrase, from, at);
            char which = phrase.charAt(at + 1);
            if (which == '*') {
                list(arguments, ", ");
            } else {
                operand(arguments.get(which - '1'));
            }
            from = at + 2;
        }
        out.append(phrase, from, phrase.length());
        return this;
    }

    private void outer(Node node) {
        var inner = scope();
        scope = requireNonNull(inner.parent());
        try {
            operand(node);
        } finally {
            scope = inner;
        }
    }

    /** The rows that a function is of. */
    SqlWriter over(Node.Window window) {
        text(" over (");
        if (!window.partition().isEmpty()) {
            text("partition by ").list(window.partition(), ", ");
        }
        if (!window.order().isEmpty()) {
            text(window.partition().isEmpty() ? "order by " : " order by ").sorts(window.order());
        }
        if (window.frame() != null || window.excluded() != null) {
            text(" ").text(window.frame() == null ? USUAL_FRAME : window.frame());
        }
        if (window.excluded() != null) {
            text(" exclude ").text(window.excluded());
        }
        return text(")");
    }

    private void cases(Node.Case it) {
        text("case");
        for (var when : it.whens()) {
            text(" when ").node(when.condition()).text(" then ").operand(when.value());
        }
        if (it.otherwise() != null) {
            text(" else ").operand(it.otherwise());
        }
        text(" end");
    }

    /** MariaDB takes a limit only one query further inside. */
    private void inQuery(Node.InQuery in) {
        operand(in.operand()).text(" in ");
        if (in.query().limit() == null && in.query().offset() == null) {
            query(in.query());
        } else {
            text("(select * from ")
                    .query(in.query())
                    .text(" as ")
                    .name("chosen")
                    .text(")");
        }
    }

    private void in(Node.In in) {
        if (in.values().isEmpty()) {
            text("1 = 0");
        } else {
            wording.in(this, in);
        }
    }

    private void junction(Node.Junction junction) {
        if (junction.operands().isEmpty()) {
            text(junction.all() ? "1 = 1" : "1 = 0");
            return;
        }
        for (int i = 0; i < junction.operands().size(); i++) {
            text(i == 0 ? "" : junction.all() ? " and " : " or ");
            joined(junction.operands().get(i));
        }
    }

    /** One of several conditions: in brackets, unless it is known to hold together beside the others. */
    private SqlWriter joined(Node node) {
        return compares(node) ? node(node) : operand(node);
    }

    private void not(Node operand) {
        if (operand instanceof Node.Exists it) {
            node(new Node.Exists(it.query(), !it.negated()));
        } else if (operand instanceof Node.IsNull it) {
            node(new Node.IsNull(it.operand(), !it.negated()));
        } else if (operand.nullable()) {
            text("(").node(operand).text(") is not true");
        } else {
            text("not (").node(operand).text(")");
        }
    }
}
