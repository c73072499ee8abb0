package nuages.testing.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nuages.testing.servers.FaultPlan.Strike;
import org.jspecify.annotations.Nullable;

/** One connection of the {@link FaultDriver}: what hangs on it, and what ends the hanging. Threads may share it. */
final class FaultSession {
    private final FaultPlan plan;
    private final Connection real;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Object hanging; // guarded by lock
    private boolean cancelled; // guarded by lock
    private boolean closed; // guarded by lock
    private Duration networkTimeout = Duration.ZERO; // guarded by lock

    FaultSession(FaultPlan plan, Connection real) {
        this.plan = plan;
        this.real = real;
        this.connection = (Connection) FaultCalls.wrap(this, Connection.class, real, null);
    }

    FaultPlan plan() {
        return plan;
    }

    Connection connection() {
        return connection;
    }

    /** What happens to a call of the driver itself, which has no connection yet. */
    static void strikeConnect(Strike strike) throws SQLException {
        switch (strike.fault()) {
            case Fault.SqlError error -> throw new SQLException("planned at " + strike.where(), error.sqlState());
            case Fault.Thrown thrown -> rethrow(thrown.unchecked());
            case Fault.Dropped(Runnable cut) when cut != null -> cut.run();
            case Fault.Dropped _ -> throw new SQLException("connection refused, planned at " + strike.where(), "08001");
            case Fault.Hang hang -> {
                park(hang.limit());
                throw new SQLException("connect timed out, planned at " + strike.where(), "08001");
            }
        }
    }

    /** What happens to a call on this connection; returns if the call is to be made all the same. */
    void strike(Strike strike, Object statement) throws SQLException {
        switch (strike.fault()) {
            case Fault.SqlError error -> throw new SQLException("planned at " + strike.where(), error.sqlState());
            case Fault.Thrown thrown -> rethrow(thrown.unchecked());
            case Fault.Dropped(Runnable cut) when cut != null -> cut.run();
            case Fault.Dropped _ -> throw broken("connection lost, planned at " + strike.where());
            case Fault.Hang hang -> hang(hang.limit(), statement, strike.where());
        }
    }

    /** Another thread cancels a statement; true if that woke a hanging call. */
    boolean cancel(Object statement) {
        lock.lock();
        try {
            if (!statement.equals(hanging)) {
                return false;
            }
            cancelled = true;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The connection is closed or aborted by somebody. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void networkTimeout(Duration timeout) {
        lock.lock();
        try {
            networkTimeout = timeout;
        } finally {
            lock.unlock();
        }
    }

    private void hang(Duration limit, Object statement, String where) throws SQLException {
        lock.lock();
        try {
            hanging = statement;
            cancelled = false;
            Duration wait = networkTimeout.isPositive() && networkTimeout.compareTo(limit) < 0 ? networkTimeout : limit;
            awaitEnd(System.nanoTime() + wait.toNanos(), where);
            if (cancelled) {
                throw new SQLException("canceling statement due to user request, planned at " + where, "57014");
            }
            throw broken((closed ? "connection closed" : "read timed out") + ", planned at " + where);
        } finally {
            hanging = null;
            lock.unlock();
        }
    }

    private void awaitEnd(long end, String where) throws SQLException {
        boolean interrupted = false;
        try {
            while (!cancelled && !closed) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                try {
                    changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (Thread.currentThread().isVirtual()) { // whose sockets an interrupt closes
                        throw broken("closed by interrupt, planned at " + where);
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private SQLException broken(String message) {
        SQLException broken = new SQLException(message, "08006");
        try {
            real.abort(Runnable::run);
            if (!real.isClosed()) { // SQLite's driver does nothing when it is told to abort
                real.close();
            }
        } catch (SQLException e) {
            broken.addSuppressed(e);
        }
        return broken;
    }

    private static void park(Duration limit) throws SQLException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            Condition never = lock.newCondition();
            for (long left = limit.toNanos(); left > 0; ) {
                left = never.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("closed by interrupt while connecting", "08001", e);
        } finally {
            lock.unlock();
        }
    }

    private static void rethrow(Throwable unchecked) {
        if (unchecked instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) unchecked;
    }
}
