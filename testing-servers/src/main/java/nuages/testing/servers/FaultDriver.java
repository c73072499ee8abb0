package nuages.testing.servers;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import nuages.testing.servers.FaultPlan.Strike;
import org.jspecify.annotations.Nullable;

/**
 * The driver of {@code jdbc:fault:<plan>:<jdbc url>}: the other URL's driver, with the faults of a {@link FaultPlan}.
 *
 * <p>It knows connections, statements and result sets; opening a connection is the call {@code Driver.connect}.
 * Threads may share it.
 */
public final class FaultDriver implements Driver {
    static final String PREFIX = "jdbc:fault:";

    static {
        try {
            DriverManager.registerDriver(new FaultDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Made by {@link DriverManager}. */
    public FaultDriver() {}

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String[] parts = url.substring(PREFIX.length()).split(":", 2);
        FaultPlan plan = FaultPlan.of(Integer.parseInt(parts[0]));
        Optional<Strike> strike = plan.next("Driver.connect");
        if (strike.isPresent() && !strike.get().afterwards()) {
            FaultSession.strikeConnect(strike.get());
        }
        Connection real = DriverManager.getDriver(parts[1]).connect(parts[1], properties);
        if (real == null) {
            throw new SQLException("no driver takes " + parts[1], "08001");
        }
        if (strike.isPresent() && strike.get().afterwards()) {
            real.close();
            FaultSession.strikeConnect(strike.get());
        }
        return new FaultSession(plan, real).connection();
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("this driver logs nothing");
    }
}
