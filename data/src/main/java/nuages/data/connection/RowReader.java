package nuages.data.connection;
import nuages.data.dialect.*;
import java.sql.*;
record RowReader<T>(Class<T> type) {
  static <T> RowReader<T> of(Class<T> type, Dialect d, ResultSet r) { return new RowReader<>(type); }
  T read(ResultSet r) throws SQLException { Object o = type == Long.class ? (Object) r.getLong(1) : type == Integer.class ? (Object) r.getInt(1) : r.getString(1); return type.cast(o); }
}
