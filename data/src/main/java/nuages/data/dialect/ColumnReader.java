package nuages.data.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads one kind of Java value from a column. Threads share it. */
@FunctionalInterface
public interface ColumnReader {
    /** The value in that column (from 1) of the row the result is at; null where it is NULL. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException;
}
