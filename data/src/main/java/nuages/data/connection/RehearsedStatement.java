package nuages.data.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement of a rehearsed connection, which hears when it is run and when it is closed. */
final class RehearsedStatement implements InvocationHandler {
    private final RehearsedConnection connection;
    private final Statement real;
    private final String prepared;

    RehearsedStatement(RehearsedConnection connection, Statement real, String prepared) {
        this.connection = connection;
        this.real = real;
        this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var name = method.getName();
        if (name.startsWith("execute")) {
            return execute(method, arguments);
        }
        return switch (name) {
            case "close" -> close();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> LentObject.same(proxy, arguments);
            default -> LentObject.ask(real, method, arguments);
        };
    }

    private @Nullable Object execute(Method method, Object @Nullable [] arguments) throws SQLException {
        var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String it ? it : prepared;
        if (connection.decides(sql)) {
            return nothing(method.getReturnType());
        }
        connection.runs(this, sql);
        try {
            return LentObject.ask(real, method, arguments);
        } catch (SQLException failure) {
            connection.failed(this);
            throw failure;
        }
    }

    private static Object nothing(Class<?> type) {
        return type == boolean.class ? (Object) false : type == long.class ? (Object) 0L : (Object) 0;
    }

    private @Nullable Object close() throws SQLException {
        real.close();
        connection.closed(this);
        return null;
    }
}
