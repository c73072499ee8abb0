package nuages.data.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection as other libraries see it: every call is checked, and it ends with its work. */
final class LentConnection implements InvocationHandler {
    /** What these change cannot be undone by a statement, so that the connection is not lent again. */
    private static final Set<String> LASTING = Set.of(
            "setReadOnly",
            "setTransactionIsolation",
            "setCatalog",
            "setSchema",
            "setHoldability",
            "setTypeMap",
            "setClientInfo",
            "setNetworkTimeout");

    /** What these change stays on the server, in a session that the next transaction may not get. */
    private static final Set<String> IN_SESSION = Set.of("setTransactionIsolation", "setSchema");

    private final Lease lease;
    private final @Nullable Transaction joined;
    private @Nullable String closedAt;

    private LentConnection(Lease lease, @Nullable Transaction joined) {
        this.lease = lease;
        this.joined = joined;
    }

    /** A connection of the library's own, until it closes it or the work ends. */
    static Connection own(Lease lease) {
        lease.link().touched = !lease.pool.dialect().sharesSessions();
        return proxy(new LentConnection(lease, null));
    }

    /** The connection of an open transaction. */
    static Connection joined(Transaction transaction) {
        transaction.lease.link().touched = !transaction.database.dialect().sharesSessions();
        return proxy(new LentConnection(transaction.lease, transaction));
    }

    private static Connection proxy(LentConnection handler) {
        return (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close", "abort" -> {
                close();
                yield null;
            }
            case "isClosed" -> closedAt != null || lease.over();
            case "isWrapperFor" -> false;
            case "unwrap" -> throw LentObject.notLent();
            case "toString" -> "connection lent to " + lease.holder.work.name();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> LentObject.same(proxy, arguments);
            default -> call(proxy, method, arguments);
        };
    }

    private void close() {
        if (closedAt != null || lease.over() || !lease.holder.isCurrent()) {
            return;
        }
        var line = CodeLine.of(Thread.currentThread());
        closedAt = line == null ? "unknown code" : line;
        if (joined == null) {
            lease.endedBy("at " + closedAt);
            lease.release();
        }
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (closedAt != null) {
            throw new SQLException(
                    "a connection lent to " + lease.holder.work.name() + " was used after it had been closed at "
                            + closedAt + ": ask the data source for another one",
                    "08003");
        }
        if (joined != null && decides(method, joined)) {
            return null;
        }
        if (IN_SESSION.contains(method.getName()) && lease.pool.dialect().sharesSessions()) {
            throw new SQLException(SharedSession.refused(method.getName()));
        }
        var result = LentObject.call(lease, lease.link().jdbc, method, arguments);
        return LentObject.wrap(lease, (Connection) proxy, method, result);
    }

    /** Notes what a call on the connection may leave behind. Called within the call, while it is the holder's. */
    static void before(Lease lease, Method method) {
        var link = lease.link();
        link.retired |=
                LASTING.contains(method.getName()) && !lease.pool.source().onlyOne();
        link.inTransaction |= method.getName().equals("setAutoCommit");
    }

    /** Notes what a call on the connection has left behind. Called within the call. */
    static void after(Link link, Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("setAutoCommit")) {
            link.inTransaction = arguments != null && !(Boolean) arguments[0];
        }
    }

    /** Whether the call would end or begin a transaction that is not the library's. */
    private static boolean decides(Method method, Transaction of) {
        return switch (method.getName()) {
            case "commit", "setAutoCommit" -> true;
            case "rollback" -> method.getParameterCount() == 0 && of.doom();
            default -> false;
        };
    }
}
