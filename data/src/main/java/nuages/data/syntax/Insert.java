package nuages.data.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows, all with values for the same columns.
 *
 * @param returning the columns to answer with, where the database can
 * @param times how often the rows are repeated; with other values than those here, if it is not once
 */
public record Insert(
        String table,
        List<String> columns,
        List<List<Node>> rows,
        @Nullable OnConflict onConflict,
        List<String> returning,
        int times)
        implements Statement {
    /** Adds these rows. */
    public Insert(
            String table,
            List<String> columns,
            List<List<Node>> rows,
            @Nullable OnConflict onConflict,
            List<String> returning) {
        this(table, columns, rows, onConflict, returning, 1);
    }

    /**
     * What happens where a row is there already.
     *
     * @param target the columns of the unique key; empty for any
     * @param update the columns that take the new values; none to leave the row as it is
     * @param counted a column that is counted up where others take new values
     */
    public record OnConflict(
            List<String> target,
            List<String> update,
            @Nullable String counted) {
        /** One that counts nothing. */
        public OnConflict(List<String> target, List<String> update) {
            this(target, update, null);
        }
    }

    @Override
    public void shape(Shape shape) {
        shape.token("insert")
                .token(table)
                .token(columns)
                .token(onConflict)
                .token(returning)
                .token(times);
        rows.forEach(shape::parts);
    }
}
