package nuages.data.connection;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import nuages.data.error.NuagesException;

/**
 * Lends connections to libraries that want a {@link DataSource}. Each belongs to the current work, and is taken back at
 * its end, with a report, if the library did not close it. Within {@code atomic} it is the transaction's connection, whose
 * end is not the library's to decide: closing and committing do nothing, rolling back dooms the transaction.
 */
final class LeasedDataSource implements DataSource {
    private final Database database;

    LeasedDataSource(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            var strand = Strand.current();
            var open = Transaction.of(strand, database);
            if (open != null && !open.implicit) {
                return LentConnection.joined(open);
            }
            var lease = database.pool(true).lend(strand);
            lease.lentAt(CodeLine.of(Thread.currentThread()));
            return LentConnection.own(lease);
        } catch (NuagesException e) {
            throw new SQLException(e.getMessage(), "08001", e);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException(
                "this data source has one user, that of its database URL: call getConnection() without arguments");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("this data source logs through SLF4J");
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("this data source logs through SLF4J");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("set pool.wait and pool.connectTimeout of the database instead");
    }

    @Override
    public int getLoginTimeout() {
        return (int) database.settings().waitLimit().toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("this data source logs through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw LentObject.notLent();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return "data source of database " + database;
    }
}
