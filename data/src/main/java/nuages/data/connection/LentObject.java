package nuages.data.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nuages.data.error.NuagesException;
import org.jspecify.annotations.Nullable;

/** A statement, a result or the like that came from a lent connection: it lives no longer than that. */
record LentObject(Lease lease, Connection connection, Object target) implements InvocationHandler {
    /** The most special first. */
    private static final List<Class<?>> WRAPPED = List.of(
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            Blob.class,
            Clob.class,
            Array.class);

    /** What the driver answered, in a form that is checked at each call. */
    static @Nullable Object wrap(Lease lease, Connection connection, Method method, @Nullable Object result) {
        for (var type : WRAPPED) {
            // what was asked for counts: SQLite's results are their own metadata
            if (type.isInstance(result) && method.getReturnType().isAssignableFrom(type)) {
                return Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, new LentObject(lease, connection, result));
            }
        }
        return result;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getConnection" -> connection;
            case "isWrapperFor" -> false;
            case "unwrap" -> throw notLent();
            case "toString" -> target instanceof Array ? String.valueOf(target) : "lent to " + lease.holder.work.name();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> same(proxy, arguments);
            case "close", "cancel" -> lease.over() ? null : call(lease, target, method, arguments);
            default -> wrap(lease, connection, method, call(lease, target, method, arguments));
        };
    }

    static SQLException notLent() {
        return new SQLException(
                "the driver's own objects are not lent: a connection used behind the pool's back could leak");
    }

    @SuppressWarnings("ReferenceEquality") // a lent object equals itself alone
    static boolean same(Object proxy, Object @Nullable [] arguments) {
        return arguments != null && arguments[0] == proxy;
    }

    /** Calls the driver as a part of the lease: it can be cancelled, and fails once the lease is over. */
    static @Nullable Object call(Lease lease, Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && names(method)) {
                SharedSession.announce(lease, sql);
            }
            return lease.<@Nullable Object>call(said(target, method, arguments), () -> {
                if (target instanceof Statement statement && method.getName().startsWith("execute")) {
                    lease.holder.running(statement);
                }
                if (!(target instanceof Connection)) {
                    return ask(target, method, arguments);
                }
                LentConnection.before(lease, method);
                var result = ask(target, method, arguments);
                LentConnection.after(lease.link(), method, arguments);
                return result;
            });
        } catch (NuagesException e) {
            throw e.getCause() instanceof SQLException driver && !lease.over()
                    ? driver
                    : new SQLException(e.getMessage(), "08003", e);
        }
    }

    /** Calls the driver. */
    static @Nullable Object ask(Object target, Method method, Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(target, unwrapped(arguments));
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new SQLException(e);
            }
        } catch (IllegalAccessException e) {
            throw new SQLException("the driver does not let itself be called: " + method, e);
        }
    }

    /** Drivers want their own objects back, such as the arrays they made. */
    private static Object @Nullable [] unwrapped(Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        var plain = arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] != null
                    && Proxy.isProxyClass(plain[i].getClass())
                    && Proxy.getInvocationHandler(plain[i]) instanceof LentObject lent) {
                plain[i] = lent.target;
            }
        }
        return plain;
    }

    private static String said(Object target, Method method, Object @Nullable [] arguments) {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && names(method)) {
            return sql;
        }
        return target instanceof PreparedStatement ? "a prepared statement" : method.getName();
    }

    private static boolean names(Method method) {
        return method.getName().startsWith("prepare") || method.getName().startsWith("execute");
    }
}
