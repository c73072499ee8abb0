package nuages.data.syntax;

import java.util.List;
import nuages.data.row.ValueKind;
import org.jspecify.annotations.Nullable;

/** A part of a statement that has a value: a column, a parameter, a comparison, a call. Immutable; threads share it. */
public sealed interface Node {
    /** Adds what its SQL depends on, and its values. */
    void shape(Shape shape);

    /** Whether it may be NULL. In doubt it may. */
    default boolean nullable() {
        return true;
    }

    /** Whether it is made of many rows' values, so that it has one for each group. */
    default boolean aggregates() {
        return Aggregation.in(this);
    }

    /** Whether it is made of the rows around each row, so that it is known only once the rows are chosen. */
    default boolean windowed() {
        return Aggregation.windows(this);
    }

    /** A column of one of the statement's tables. */
    record Column(Source source, String name, boolean nullable) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(source).token(name).token(nullable);
        }
    }

    /** A value, which becomes a parameter. Some of the SQL around it depends on its kind. */
    record Value(@Nullable Object value, ValueKind kind) implements Node {
        /** A value whose type the driver tells the server. */
        public static Value of(@Nullable Object value) {
            return new Value(value, ValueKind.PLAIN);
        }

        @Override
        public void shape(Shape shape) {
            shape.value(this);
        }

        @Override
        public boolean nullable() {
            return value == null;
        }
    }

    /** Text that is the same in every database's SQL, such as a whole number or {@code *}. Never a user's. */
    record Literal(String sql) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(this);
        }

        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** A text that stands in the SQL itself, where databases take no parameter. */
    record Constant(String text) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("constant").token(text);
        }

        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** A call of one of the functions that every database has in its own way. */
    record Call(Function function, List<Node> arguments) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(function).parts(arguments);
        }
    }

    /** SQL of a user's own, with its arguments. */
    record Template(Wordings wordings, List<Node> arguments) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(wordings).parts(arguments);
        }
    }

    /** Several values as one, to be compared with several others. */
    record Tuple(List<Node> parts) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("tuple").parts(parts);
        }

        @Override
        public boolean nullable() {
            return parts.stream().anyMatch(Node::nullable);
        }
    }

    /** Two operands with an operator between them, whose result is a value. */
    record Arithmetic(Operator operator, Node left, Node right) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(operator).part(left).part(right);
        }

        @Override
        public boolean nullable() {
            return operator.mayFail() || left.nullable() || right.nullable();
        }
    }

    /** A comparison of two operands. */
    record Compare(Comparison comparison, Node left, Node right) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(comparison).part(left).part(right);
        }

        @Override
        public boolean nullable() {
            return !comparison.knowsNull() && (left.nullable() || right.nullable());
        }
    }

    /** Whether a text matches; a pattern is a value made of a {@link Worded.Pattern}. */
    record Match(Matching matching, boolean anyCase, Node text, Value pattern) implements Node {
        /** A match with a text, which becomes a pattern as each database wants it. */
        public static Match of(Matching matching, boolean anyCase, Node text, String pattern) {
            return new Match(matching, anyCase, text, Value.of(new Worded.Pattern(matching, anyCase, pattern)));
        }

        /** Whether the pattern has letters of which only Unicode knows the other case. */
        boolean beyondAscii() {
            return anyCase && pattern.value() instanceof Worded.Pattern it && it.beyondAscii();
        }

        @Override
        public void shape(Shape shape) {
            shape.token(matching).token(anyCase).token(beyondAscii()).part(text).part(pattern);
        }

        @Override
        public boolean nullable() {
            return text.nullable();
        }
    }

    /** Whether it is one of some values, all of one kind and none of them null; of none it never is. */
    record In(Node operand, List<? extends Node> values) implements Node {
        private static final int FEW = 8;
        private static final int MANY = 1024;

        @Override
        public void shape(Shape shape) {
            shape.token("in").part(operand).values(this);
        }

        @Override
        public boolean nullable() {
            return !values.isEmpty() && operand.nullable();
        }

        @Nullable
        Object value(int index) {
            return ((Value) values.get(Math.min(index, values.size() - 1))).value();
        }

        @Nullable
        ValueKind kind() {
            return values.isEmpty() ? null : ((Value) values.getFirst()).kind();
        }

        /** The class of the values. */
        @Nullable
        Class<?> sample() {
            var first = values.isEmpty() ? null : value(0);
            return first == null ? null : first.getClass();
        }

        /** How many question marks: a bit more than values, so that lists of about one length have one shape. */
        int places() {
            int size = values.size();
            if (size <= FEW) {
                return size;
            }
            return size > MANY ? (size + MANY - 1) / MANY * MANY : Integer.highestOneBit(size - 1) << 1;
        }
    }

    /** Whether it is one of a query's values. */
    record InQuery(Node operand, Select query) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("in query").part(operand);
            query.shape(shape);
        }
    }

    /** Whether it is between two values, both included. */
    record Between(Node operand, Node from, Node to) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("between").part(operand).part(from).part(to);
        }

        @Override
        public boolean nullable() {
            return operand.nullable() || from.nullable() || to.nullable();
        }
    }

    /** Whether it is NULL. */
    record IsNull(Node operand, boolean negated) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token((negated ? "is not null" : "is null")).part(operand);
        }

        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** All or one of them. Of none, all are true and one is false. */
    record Junction(boolean all, List<Node> operands) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token((all ? "and" : "or")).parts(operands);
        }

        @Override
        public boolean nullable() {
            return operands.stream().anyMatch(Node::nullable);
        }
    }

    /** True where the operand is not: where it is false or NULL. */
    record Not(Node operand) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("not").part(operand);
        }

        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** Whether a query has rows. */
    record Exists(Select query, boolean negated) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token((negated ? "not exists" : "exists"));
            query.shape(shape);
        }

        @Override
        public boolean nullable() {
            return false;
        }
    }

    /** The only value of a query. */
    record Subquery(Select query) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("subquery");
            query.shape(shape);
        }
    }

    /** Within a query, a value of the statement around it. */
    record Outer(Node operand) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("outer").part(operand);
        }

        @Override
        public boolean nullable() {
            return operand.nullable();
        }
    }

    /** A value made of many rows'. */
    record Aggregate(
            Function function,
            List<Node> arguments,
            boolean distinct,
            @Nullable Node filter,
            List<Sort> order) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("aggregate")
                    .token(function)
                    .parts(arguments)
                    .token(distinct)
                    .part(filter);
            Sort.shape(order, shape);
        }

        @Override
        public boolean nullable() {
            return function != Function.COUNT;
        }
    }

    /** A function over the rows around each row. */
    record Window(
            Node function,
            List<Node> partition,
            List<Sort> order,
            @Nullable String frame,
            @Nullable String excluded) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("over").part(function).parts(partition).token(frame).token(excluded);
            Sort.shape(order, shape);
        }
    }

    /** The value of the first condition that holds. */
    record Case(List<When> whens, @Nullable Node otherwise) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("case").token(whens.size());
            for (var when : whens) {
                shape.part(when.condition).part(when.value);
            }
            shape.part(otherwise);
        }
    }

    /** A condition and the value where it holds. */
    record When(Node condition, Node value) {}

    /** The value as another type. */
    record Cast(Node operand, CastType type) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(type).part(operand);
        }

        @Override
        public boolean nullable() {
            return operand.nullable();
        }
    }

    /** A text that is compared by other rules. */
    record Collate(Node operand, String collation) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token("collate").token(collation).part(operand);
        }

        @Override
        public boolean nullable() {
            return operand.nullable();
        }
    }

    /** A part of a date or time, or what remains of it when all smaller parts are cut off. */
    record DatePart(
            Part part,
            boolean truncates,
            Node operand,
            @Nullable String zone) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(part).token(truncates).token(zone).part(operand);
        }

        @Override
        public boolean nullable() {
            return operand.nullable();
        }
    }

    /** What stands at a path of a JSON value, and what must be lists on the way. */
    record JsonPath(Node operand, Value path, List<Value> lists, JsonType type) implements Node {
        @Override
        public void shape(Shape shape) {
            shape.token(type).part(operand).part(path).parts(lists);
        }
    }
}
