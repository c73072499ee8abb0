package nuages.data.syntax;

import java.util.List;
import nuages.data.row.ValueKind;
import org.jspecify.annotations.Nullable;

/** What all databases, or two of them, say alike. */
final class Phrases {
    private Phrases() {}

    static String doubleQuoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Operands with something between them, within brackets. */
    static void chain(SqlWriter to, List<Node> operands, String between) {
        to.text("(");
        for (int i = 0; i < operands.size(); i++) {
            to.text(i == 0 ? "" : between).operand(operands.get(i));
        }
        to.text(")");
    }

    /** Whether JSON is compared with a value, which may be the same though its text is not. */
    static boolean json(Node.Compare compare) {
        return json(compare.left()) || json(compare.right());
    }

    private static boolean json(Node node) {
        return node instanceof Node.Value it && it.kind() == ValueKind.JSON;
    }

    static void compare(SqlWriter to, Node left, String operator, Node right) {
        to.operand(left).text(" ").text(operator).text(" ").operand(right);
    }

    /** {@code function(distinct … order by …)}. */
    static void aggregate(SqlWriter to, String phrase, Node.Aggregate aggregate, @Nullable Node filter) {
        int bracket = phrase.lastIndexOf(')');
        int open = phrase.indexOf('(') + 1;
        to.text(phrase.substring(0, open)).text(aggregate.distinct() ? "distinct " : "");
        if (aggregate.arguments().isEmpty()) {
            to.text("*");
        }
        to.phrase(phrase.substring(open, bracket), aggregate.arguments());
        if (!aggregate.order().isEmpty()) {
            to.text(" order by ").sorts(aggregate.order());
        }
        to.text(phrase.substring(bracket));
        if (filter != null) {
            to.text(" filter (where ").node(filter).text(")");
        }
    }

    /** The greatest or least of some values, and NULL if one is: where the function by itself leaves NULL out. */
    static void nullIfOneIs(SqlWriter to, String name, List<Node> arguments) {
        var nullable = arguments.stream().filter(Node::nullable).toList();
        if (!nullable.isEmpty()) {
            to.text("case when ");
            for (int i = 0; i < nullable.size(); i++) {
                to.text(i == 0 ? "" : " or ").operand(nullable.get(i)).text(" is null");
            }
            to.text(" then null else ");
        }
        to.text(name).text("(").list(arguments, ", ").text(nullable.isEmpty() ? ")" : ") end");
    }

    static void sort(SqlWriter to, Sort sort) {
        to.node(sort.operand()).text(sort.descending() ? " desc" : " asc");
    }

    static void sortWithNulls(SqlWriter to, Sort sort) {
        sort(to, sort);
        if (sort.nullsFirst() != null) {
            to.text(sort.nullsFirst() ? " nulls first" : " nulls last");
        }
    }

    static void limit(SqlWriter to, Select select, String endless) {
        if (select.limit() != null) {
            to.text(" limit ").node(select.limit());
        } else if (select.offset() != null) {
            to.text(endless);
        }
        if (select.offset() != null) {
            to.text(" offset ").node(select.offset());
        }
    }

    static void lock(SqlWriter to, Select.Lock lock) {
        to.text(lock.noKey() ? " for no key update" : " for update");
        if (!lock.of().isEmpty()) {
            to.text(" of ");
            for (int i = 0; i < lock.of().size(); i++) {
                to.text(i == 0 ? "" : ", ").name(to.scope().name(lock.of().get(i)));
            }
        }
        to.text(lock.noWait() ? " nowait" : lock.skipLocked() ? " skip locked" : "");
    }

    static void onConflict(SqlWriter to, String table, Insert.OnConflict conflict) {
        to.text(" on conflict");
        if (!conflict.target().isEmpty()) {
            to.text(" (").names(conflict.target()).text(")");
        }
        if (conflict.update().isEmpty()) {
            to.text(" do nothing");
            return;
        }
        to.text(" do update set ");
        for (int i = 0; i < conflict.update().size(); i++) {
            var column = conflict.update().get(i);
            to.text(i == 0 ? "" : ", ").name(column).text(" = excluded.").name(column);
        }
        if (conflict.counted() != null) {
            to.text(", ").name(conflict.counted()).text(" = ");
            to.name(table).text(".").name(conflict.counted()).text(" + 1");
        }
    }
}
