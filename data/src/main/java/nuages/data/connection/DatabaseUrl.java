package nuages.data.connection;
import nuages.data.dialect.*;
import java.util.Properties;
record DatabaseUrl(Dialect dialect, String jdbcUrl, Properties p) {
  static DatabaseUrl parse(String s) {
    if (s.startsWith("sqlite:")) return new DatabaseUrl(Sqlite.embedded(), "jdbc:" + s, new Properties());
    java.net.URI u = java.net.URI.create(s); var p = new Properties(); var ui = u.getUserInfo().split(":");
    p.setProperty("user", ui[0]); if (ui.length > 1) p.setProperty("password", ui[1]);
    p.setProperty("connectTimeout", s.startsWith("p") ? "5" : "5000");
    return new DatabaseUrl(s.startsWith("p") ? Postgres.direct() : MariaDb.direct(), "jdbc:" + u.getScheme() + "://" + u.getHost() + ":" + u.getPort() + u.getPath(), p); }
  Properties properties() { var c = new Properties(); c.putAll(p); return c; }
  PoolSettings pool(PoolSettings s) { return s; }
}
