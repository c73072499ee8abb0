package nuages.data.row;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import nuages.data.error.DatabaseException;

/** The names of a result's columns, found by names in Java: {@code publishedAt} is {@code published_at}. */
final class Columns {
    private final String[] names;

    private Columns(String[] names) {
        this.names = names;
    }

    static Columns of(ResultSetMetaData data) throws SQLException {
        var names = new String[data.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = data.getColumnLabel(i + 1);
        }
        return new Columns(names);
    }

    int count() {
        return names.length;
    }

    /** The name of the column at that place, from 1. */
    String name(int place) {
        return names[place - 1];
    }

    /** The place, from 1, of the column for that name; {@code wanted} is what errors call who wants it. */
    int place(String name, String wanted) {
        int found = -1;
        for (int i = 0; i < names.length; i++) {
            if (same(names[i], name)) {
                if (found >= 0) {
                    throw new DatabaseException(
                            "two columns could be " + wanted + ": " + this + ". Give one of them another name with AS",
                            null);
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new DatabaseException(
                    "there is no column for " + wanted + ": the row has " + this
                            + ". Select it, or name one so with AS " + snake(name),
                    null);
        }
        return found + 1;
    }

    /** Whether two names are the same but for underscores and capitals. */
    private static boolean same(String column, String component) {
        int i = 0;
        int k = 0;
        while (i < column.length() || k < component.length()) {
            if (i < column.length() && column.charAt(i) == '_') {
                i++;
            } else if (k < component.length() && component.charAt(k) == '_') {
                k++;
            } else if (i == column.length()
                    || k == component.length()
                    || Character.toLowerCase(column.charAt(i++)) != Character.toLowerCase(component.charAt(k++))) {
                return false;
            }
        }
        return true;
    }

    /** A Java name as columns are called. */
    private static String snake(String name) {
        var snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    /** Such as {@code columns id, published_at}. */
    @Override
    public String toString() {
        String list = String.join(", ", Arrays.asList(names));
        return names.length == 1 ? "the column " + list : "the columns " + list;
    }
}
