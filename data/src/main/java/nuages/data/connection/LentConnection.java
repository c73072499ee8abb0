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

    private final Lease lease;
    private final @Nullable Transaction joined;
    private boolean closed;

    private LentConnection(Lease lease, @Nullable Transaction joined) {
        this.lease = lease;
        this.joined = joined;
    }

    /** A connection of the library's own, until it closes it or the work ends. */
    static Connection own(Lease lease) {
        lease.link().touched = true;
        return proxy(new LentConnection(lease, null));
    }

    /** The connection of an open transaction. */
    static Connection joined(Transaction transaction) {
        transaction.lease.link().touched = true;
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
            case "isClosed" -> closed || lease.over();
            case "isWrapperFor" -> false;
            case "unwrap" -> throw LentObject.notLent();
            case "toString" -> "connection lent to " + lease.holder.work.name();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> LentObject.same(proxy, arguments);
            default -> call(proxy, method, arguments);
        };
    }

    private void close() {
        closed = true;
        if (joined == null && lease.holder.isCurrent()) {
            lease.release();
        }
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (closed) {
            throw new SQLException("this connection was closed: ask the data source for another one", "08003");
        }
        if (joined != null && decides(method, joined)) {
            return null;
        }
        var result = LentObject.call(lease, lease.link().jdbc, method, arguments);
        return LentObject.wrap(lease, (Connection) proxy, result);
    }

    /** Notes what a call on the connection may leave behind. Called within the call, while it is the holder's. */
    static void before(Link link, Method method) {
        link.retired |= LASTING.contains(method.getName());
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
