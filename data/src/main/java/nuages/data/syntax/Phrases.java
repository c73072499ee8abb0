package nuages.data.syntax;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What all databases, or two of them, say alike. */
final class Phrases {
    private Phrases() {}

    static String doubleQuoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@code name(argument, …)}. */
    static void call(SqlWriter to, String name, List<Node> arguments) {
        to.text(name).text("(").list(arguments, ", ").text(")");
    }

    /** Operands with something between them, within brackets. */
    static void chain(SqlWriter to, List<Node> operands, String between) {
        to.text("(");
        for (int i = 0; i < operands.size(); i++) {
            to.text(i == 0 ? "" : between).operand(operands.get(i));
        }
        to.text(")");
    }

    /** A function that every database knows by its own name. */
    static void plain(SqlWriter to, Function function, List<Node> arguments) {
        call(to, function == Function.NULL_IF ? "nullif" : function.name().toLowerCase(Locale.ROOT), arguments);
    }

    static void compare(SqlWriter to, Node left, String operator, Node right) {
        to.operand(left).text(" ").text(operator).text(" ").operand(right);
    }

    /** {@code like} with the escape character that the patterns are made with. */
    static void like(SqlWriter to, Node text, String like, Node pattern, String escape) {
        to.operand(text).text(" ").text(like).text(" ").operand(pattern).text(escape);
    }

    /** {@code function(distinct … order by …)}. */
    static void aggregate(SqlWriter to, String name, Node.Aggregate aggregate, @Nullable Node filter) {
        to.text(name).text("(").text(aggregate.distinct() ? "distinct " : "");
        if (aggregate.arguments().isEmpty()) {
            to.text("*");
        }
        to.list(aggregate.arguments(), ", ");
        if (!aggregate.order().isEmpty()) {
            to.text(" order by ").sorts(aggregate.order());
        }
        to.text(")");
        if (filter != null) {
            to.text(" filter (where ").node(filter).text(")");
        }
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

    static void onConflict(SqlWriter to, Insert.OnConflict conflict) {
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
    }
}
