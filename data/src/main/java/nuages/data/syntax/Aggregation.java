package nuages.data.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds aggregates and windows within a value. */
final class Aggregation {
    private Aggregation() {}

    static boolean in(Node node) {
        return holds(node, Node.Aggregate.class);
    }

    static boolean windows(Node node) {
        return holds(node, Node.Window.class);
    }

    private static boolean holds(Node node, Class<? extends Node> kind) {
        if (node instanceof Node.Column || node instanceof Node.Value) {
            return false;
        }
        if (kind.isInstance(node)) {
            return true;
        }
        for (var part : parts(node)) {
            if (holds(part, kind)) {
                return true;
            }
        }
        return false;
    }

    /** What a value is made of, without the queries in it, which have groups of their own. */
    static List<? extends Node> parts(Node node) {
        return switch (node) {
            case Node.Column _,
                    Node.Value _,
                    Node.Literal _,
                    Node.Constant _,
                    Node.Subquery _,
                    Node.Exists _,
                    Node.Outer _,
                    Node.Aggregate _ -> List.of();
            case Node.Call it -> it.arguments();
            case Node.Template it -> it.arguments();
            case Node.Tuple it -> it.parts();
            case Node.Arithmetic it -> List.of(it.left(), it.right());
            case Node.Compare it -> List.of(it.left(), it.right());
            case Node.Match it -> List.of(it.text());
            case Node.In it -> List.of(it.operand());
            case Node.InQuery it -> List.of(it.operand());
            case Node.Between it -> List.of(it.operand(), it.from(), it.to());
            case Node.IsNull it -> List.of(it.operand());
            case Node.Junction it -> it.operands();
            case Node.Not it -> List.of(it.operand());
            case Node.Window it -> window(it);
            case Node.Case it -> cases(it);
            case Node.Cast it -> List.of(it.operand());
            case Node.Collate it -> List.of(it.operand());
            case Node.DatePart it -> List.of(it.operand());
            case Node.JsonPath it -> List.of(it.operand());
        };
    }

    /** What a window does to rows it does to groups, if there are any. */
    private static List<? extends Node> window(Node.Window window) {
        var parts = new ArrayList<Node>(window.partition());
        window.order().forEach(it -> parts.add(it.operand()));
        if (window.function() instanceof Node.Aggregate it) {
            parts.addAll(aggregate(it));
        } else {
            parts.add(window.function());
        }
        return parts;
    }

    /** What an aggregate is of. */
    static List<Node> aggregate(Node.Aggregate it) {
        var parts = new ArrayList<>(it.arguments());
        if (it.filter() != null) {
            parts.add(it.filter());
        }
        it.order().forEach(sort -> parts.add(sort.operand()));
        return parts;
    }

    private static List<? extends Node> cases(Node.Case it) {
        var whens = it.whens().stream().flatMap(when -> Stream.of(when.condition(), when.value()));
        return (it.otherwise() == null ? whens : Stream.concat(whens, Stream.of(it.otherwise()))).toList();
    }
}
