package nuages.data.connection;
import nuages.data.dialect.*;
import java.sql.*;
final class Parameters {
  static void bind(PreparedStatement s, Dialect d, String sql, @org.jspecify.annotations.Nullable Object... v) throws SQLException { for (int i = 0; i < v.length; i++) s.setObject(i + 1, v[i]); }
}
