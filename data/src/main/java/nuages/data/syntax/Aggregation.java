package nuages.data.syntax;

import java.util.List;
import java.util.stream.Stream;

/** Finds aggregates and windows within a value. */
final class Aggregation {
    private Aggregation() {}

    static boolean in(Node node) {
        if (node instanceof Node.Column || node instanceof Node.Value) {
            return false;
        }
        return node instanceof Node.Aggregate || parts(node).anyMatch(Aggregation::in);
    }

    static boolean windows(Node node) {
        if (node instanceof Node.Column || node instanceof Node.Value) {
            return false;
        }
        return node instanceof Node.Window || parts(node).anyMatch(Aggregation::windows);
    }

    /** What a value is made of, without the queries in it, which have groups of their own. */
    private static Stream<? extends Node> parts(Node node) {
        return switch (node) {
            case Node.Column _,
                    Node.Value _,
                    Node.Literal _,
                    Node.Constant _,
                    Node.Subquery _,
                    Node.Exists _,
                    Node.Outer _,
                    Node.Aggregate _ -> Stream.of();
            case Node.Call it -> it.arguments().stream();
            case Node.Template it -> it.arguments().stream();
            case Node.Tuple it -> it.parts().stream();
            case Node.Arithmetic it -> Stream.of(it.left(), it.right());
            case Node.Compare it -> Stream.of(it.left(), it.right());
            case Node.Match it -> Stream.of(it.text());
            case Node.In it -> Stream.of(it.operand());
            case Node.InQuery it -> Stream.of(it.operand());
            case Node.Between it -> Stream.of(it.operand(), it.from(), it.to());
            case Node.IsNull it -> Stream.of(it.operand());
            case Node.Junction it -> it.operands().stream();
            case Node.Not it -> Stream.of(it.operand());
            case Node.Window it -> window(it);
            case Node.Case it -> cases(it);
            case Node.Cast it -> Stream.of(it.operand());
            case Node.Collate it -> Stream.of(it.operand());
            case Node.DatePart it -> Stream.of(it.operand());
            case Node.JsonPath it -> Stream.of(it.operand());
        };
    }

    /** What a window does to rows it does to groups, if there are any. */
    private static Stream<? extends Node> window(Node.Window window) {
        var arguments = window.function() instanceof Node.Aggregate it ? it.arguments() : List.of(window.function());
        var sorts = window.order().stream().map(Sort::operand);
        return Stream.concat(Stream.concat(arguments.stream(), window.partition().stream()), sorts);
    }

    private static Stream<? extends Node> cases(Node.Case it) {
        var whens = it.whens().stream().flatMap(when -> Stream.of(when.condition(), when.value()));
        return it.otherwise() == null ? whens : Stream.concat(whens, Stream.of(it.otherwise()));
    }
}
