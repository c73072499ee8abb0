package nuages.testing.servers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import nuages.testing.servers.FaultPlan.Strike;
import org.jspecify.annotations.Nullable;

/** The calls on one JDBC object: each is counted, and made unless the plan has something else for it. */
final class FaultCalls implements InvocationHandler {
    private final FaultSession session;
    private final Class<?> type;
    private final Object real;
    private final @Nullable Object parent;

    private FaultCalls(FaultSession session, Class<?> type, Object real, @Nullable Object parent) {
        this.session = session;
        this.type = type;
        this.real = real;
        this.parent = parent;
    }

    static Object wrap(FaultSession session, Class<?> type, Object real, @Nullable Object parent) {
        return Proxy.newProxyInstance(
                FaultCalls.class.getClassLoader(), new Class<?>[] {type}, new FaultCalls(session, type, real, parent));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofEveryObject(proxy, method, arguments);
        }
        Optional<Strike> strike = session.plan().next(type.getSimpleName() + "." + method.getName());
        if (tell(proxy, method, arguments)) {
            return null;
        }
        if (strike.isPresent() && !strike.get().afterwards()) {
            session.strike(strike.get(), statement(proxy));
        }
        Object result = call(method, arguments);
        if (strike.isPresent() && strike.get().afterwards()) {
            session.strike(strike.get(), statement(proxy));
        }
        return wrapped(proxy, method, result);
    }

    /** Tells the session about calls that end a hanging one; true if the real call is not to be made. */
    private boolean tell(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        switch (type.getSimpleName() + "." + method.getName()) {
            case "Connection.close", "Connection.abort" -> session.close();
            case "Connection.setNetworkTimeout" -> {
                if (arguments != null && arguments[1] instanceof Integer millis) {
                    session.networkTimeout(Duration.ofMillis(millis));
                }
            }
            case "Statement.cancel", "PreparedStatement.cancel", "CallableStatement.cancel" -> {
                return session.cancel(proxy);
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    /** The statement that a call belongs to; the object itself where there is none. */
    private Object statement(Object proxy) {
        return type == ResultSet.class && parent != null ? parent : proxy;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() != null ? e.getCause() : e;
        }
    }

    private @Nullable Object wrapped(Object proxy, Method method, @Nullable Object result) throws SQLException {
        if (result == null || method.getName().equals("unwrap")) {
            return result;
        }
        Class<?> returned = method.getReturnType();
        if (returned == Connection.class) {
            return session.connection();
        }
        if (returned == Statement.class && type == ResultSet.class) {
            return parent;
        }
        if (returned == Statement.class
                || returned == PreparedStatement.class
                || returned == CallableStatement.class
                || returned == ResultSet.class) {
            return wrap(session, returned, result, proxy);
        }
        return result;
    }

    @SuppressWarnings("ReferenceEquality") // a proxy equals only itself
    private Object ofEveryObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "faulty " + real;
        };
    }
}
