package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes statements that change rows. For use by one thread. */
final class ChangeWriter {
    private final SqlWriter to;
    private final Wording wording;

    ChangeWriter(SqlWriter to, Wording wording) {
        this.to = to;
        this.wording = wording;
    }

    void insert(Insert insert) {
        to.text("insert into ").name(insert.table());
        if (insert.columns().isEmpty()) {
            to.text(wording.noValues());
        } else {
            to.text(" (").names(insert.columns()).text(") values ");
            rows(insert);
        }
        if (insert.onConflict() != null) {
            wording.onConflict(to, insert, insert.onConflict());
        }
        returning(insert.returning(), true);
    }

    private void rows(Insert insert) {
        var rows = to.aside(() -> {
            for (int i = 0; i < insert.rows().size(); i++) {
                to.text(i == 0 ? "(" : ", (").list(insert.rows().get(i), ", ").text(")");
            }
        });
        for (int i = 0; i < insert.times(); i++) {
            to.text(i == 0 ? "" : ", ").text(rows);
        }
    }

    private void returning(List<String> columns, boolean inserted) {
        if (!columns.isEmpty()) {
            wording.returning(to, columns, inserted);
        }
    }

    void update(Update update) {
        var scope = to.enter(update.table());
        boolean joins = wording.joinsInUpdates()
                && update.sets().stream().anyMatch(it -> Shape.of(it.value()).reachesFrom(update.table()));
        var sets = to.aside(() -> sets(update, joins));
        to.text("update ");
        if (joins) {
            new SelectWriter(to, wording, false).tables(scope);
        } else {
            to.name(update.table().table());
        }
        to.text(" set ").text(sets);
        where(update.table(), update.where(), update.key(), update.rows());
        returning(update.returning(), false);
        to.leave();
    }

    private void sets(Update update, boolean joins) {
        var sets = wording.assignsInTurn() ? Turns.of(update) : update.sets();
        for (int i = 0; i < sets.size(); i++) {
            var set = sets.get(i);
            to.text(i == 0 ? "" : ", ");
            if (joins) {
                to.name(update.table().table()).text(".");
            }
            to.name(set.column()).text(" = ");
            if (!joins && Shape.of(set.value()).reachesFrom(update.table())) {
                to.query(Select.of(update.table(), List.of(set.value())).where(same(update)));
            } else {
                to.operand(set.value());
            }
        }
    }

    /** Of the rows of a query, the one that is changed. */
    private static Node same(Update update) {
        return new Node.Junction(
                true,
                columns(update.table(), update.key()).stream()
                        .<Node>map(it -> new Node.Compare(Comparison.EQUAL, it, new Node.Outer(it)))
                        .toList());
    }

    void delete(Delete delete) {
        to.enter(delete.table());
        to.text("delete from ").name(delete.table().table());
        where(delete.table(), delete.where(), delete.key(), delete.rows());
        to.leave();
    }

    /**
     * A condition on other tables chooses the rows in a query of its own; in a table of its own at that, since MariaDB
     * does not read a table that it is changing.
     */
    private void where(Source table, @Nullable Node where, List<String> key, @Nullable Select rows) {
        if (rows == null) {
            where(table, where, key);
        } else {
            chosen(table, key, rows);
        }
    }

    private void where(Source table, @Nullable Node where, List<String> key) {
        if (where == null) {
            return;
        }
        if (Shape.of(where).mentionsOnly(table)) {
            to.text(" where ").node(where);
        } else {
            chosen(table, key, Select.of(table, columns(table, key)).where(where));
        }
    }

    private static List<Node> columns(Source table, List<String> key) {
        return key.stream().<Node>map(it -> table.column(it, false)).toList();
    }

    private void chosen(Source table, List<String> key, Select rows) {
        to.text(" where ");
        to.text(key.size() == 1 ? "" : "(").list(columns(table, key), ", ").text(key.size() == 1 ? "" : ")");
        to.text(" in (select * from ").query(rows).text(" as ").name("chosen").text(")");
    }
}
