package nuages.data.syntax;

import java.util.ArrayList;
import java.util.List;
import nuages.data.error.InvalidSql;

/**
 * Assignments for a database that makes one after the other, as MariaDB does, though the standard says that all values are of
 * the row as it was: what reads a column goes before what writes it.
 */
final class Turns {
    private Turns() {}

    static List<Update.Set> of(Update update) {
        if (update.sets().size() < 2) {
            return update.sets();
        }
        var left = new ArrayList<>(update.sets());
        var shapes =
                new ArrayList<>(left.stream().map(it -> Shape.of(it.value())).toList());
        var ordered = new ArrayList<Update.Set>(left.size());
        while (!left.isEmpty()) {
            int next = unread(update.table(), left, shapes);
            ordered.add(left.remove(next));
            shapes.remove(next);
        }
        return ordered;
    }

    /** The first whose column none of the others reads. */
    private static int unread(Source table, List<Update.Set> left, List<Shape> shapes) {
        for (int i = 0; i < left.size(); i++) {
            boolean read = false;
            for (int other = 0; other < left.size(); other++) {
                read |= other != i && shapes.get(other).names(table, left.get(i).column());
            }
            if (!read) {
                return i;
            }
        }
        var columns = left.stream().map(Update.Set::column).toList();
        throw new InvalidSql(
                "MariaDB gives columns their values one after the other, and each of " + String.join(", ", columns)
                        + " is to have what another of them had: nothing was changed.\n"
                        + "read the rows and save them, or change the columns in two updates with a third column"
                        + " between.",
                null);
    }
}
