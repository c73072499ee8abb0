package nuages.data.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nuages.data.dialect.Dialect;
import nuages.data.dialect.Dialect.Effect;
import nuages.data.dialect.MariaDb;
import nuages.data.dialect.Postgres;
import nuages.data.dialect.Sqlite;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose transactions are savepoints of one that it hides. Whoever holds the connection alone uses it.
 *
 * <p>A statement outside of a transaction is one by itself, so that its failure undoes it and nothing else.
 */
final class RehearsedConnection implements InvocationHandler {
    private static final String LEVEL = "nuages_rehearsal_";
    private static final String TRANSACTION = "nuages_transaction";
    private static final String SINGLE = "nuages_single";
    private static final String CHECK = "nuages_check";
    private static final int FOREIGN_KEY = 19;

    private static final List<Class<? extends Statement>> STATEMENTS =
            List.of(CallableStatement.class, PreparedStatement.class, Statement.class);

    private final Connection real;
    private final Dialect dialect;
    /** How often it was entered and not undone. */
    private int level;

    private boolean autoCommit = true;
    /** Whether there is a transaction, as far as code knows. */
    private boolean inside;
    /** The statement that is a transaction by itself until it is closed. */
    private @Nullable RehearsedStatement single;

    private boolean singleWrites;

    RehearsedConnection(Connection real, Dialect dialect) {
        this.real = real;
        this.dialect = dialect;
    }

    void enter() throws SQLException {
        endSingle();
        if (level == 0) {
            if (dialect.beginsLazily()) {
                real.setAutoCommit(false);
            }
            for (var sql : dialect.transaction(Optional.empty(), false)) {
                execute(sql);
            }
        }
        level++;
        execute("SAVEPOINT " + LEVEL + level);
    }

    void undo() throws SQLException {
        autoCommit = true;
        inside = false;
        single = null;
        if (level > 1) {
            rollbackTo(LEVEL + level);
        } else if (dialect.beginsLazily()) {
            real.rollback();
            real.setAutoCommit(true);
        } else {
            execute("ROLLBACK");
        }
        level--;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var name = method.getName();
        if (level > 0 && decides(name, arguments)) {
            return null;
        }
        return switch (name) {
            case "getAutoCommit" -> level > 0 ? autoCommit : real.getAutoCommit();
            case "toString" -> "rehearsed " + real;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> LentObject.same(proxy, arguments);
            default -> wrap(method, arguments, LentObject.ask(real, method, arguments));
        };
    }

    /** Whether a call was about the transaction, and has been taken care of. */
    private boolean decides(String method, Object @Nullable [] arguments) throws SQLException {
        switch (method) {
            case "setAutoCommit" -> {
                boolean on = arguments != null && (Boolean) arguments[0];
                if (on) {
                    commit();
                }
                autoCommit = on;
            }
            case "commit" -> commit();
            case "setReadOnly", "setTransactionIsolation" -> {
                // the hidden transaction has begun, and has the usual ones
            }
            case "rollback" -> {
                if (arguments != null && arguments.length > 0) {
                    return false;
                }
                rollback();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object wrap(Method method, Object @Nullable [] arguments, @Nullable Object result) {
        for (var type : STATEMENTS) {
            if (type.isInstance(result) && method.getReturnType().isAssignableFrom(type)) {
                var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String it ? it : "";
                return Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        new RehearsedStatement(this, (Statement) result, sql));
            }
        }
        return result;
    }

    /** Whether a statement only says something about transactions, which has been taken care of instead of running it. */
    boolean decides(String sql) throws SQLException {
        if (level == 0) {
            return false;
        }
        var words = sql.strip().toLowerCase(Locale.ROOT);
        if (words.equals("begin") || words.equals("begin immediate") || words.startsWith("start transaction")) {
            begin();
        } else if (words.equals("commit")) {
            commit();
        } else if (words.equals("rollback")) {
            rollback();
        } else {
            return words.startsWith("set transaction ") || words.equals("discard all");
        }
        return true;
    }

    /** A statement is about to be run. */
    void runs(RehearsedStatement statement, String sql) throws SQLException {
        if (level == 0) {
            return;
        }
        if (statement.equals(single)) {
            endSingle();
        }
        if (!autoCommit) {
            begin();
        }
        if (inside || single != null) {
            return;
        }
        boolean writes = dialect.effect(sql) != Effect.READ;
        boolean standsAlone = switch (dialect) {
            case Postgres _ -> true;
            case Sqlite _ -> writes;
            case MariaDb _ -> false;
        };
        if (standsAlone) {
            execute("SAVEPOINT " + SINGLE);
            single = statement;
            singleWrites = writes;
        }
    }

    /** A statement has failed. */
    void failed(RehearsedStatement statement) throws SQLException {
        if (statement.equals(single)) {
            single = null;
            rollbackTo(SINGLE);
        }
    }

    /** A statement was closed, so that its results have been read. */
    void closed(RehearsedStatement statement) throws SQLException {
        if (statement.equals(single)) {
            endSingle();
        }
    }

    private void endSingle() throws SQLException {
        if (single == null) {
            return;
        }
        single = null;
        try {
            if (singleWrites) {
                checkConstraints();
            }
        } catch (SQLException violated) {
            rollbackTo(SINGLE);
            throw violated;
        }
        execute("RELEASE SAVEPOINT " + SINGLE);
    }

    private void begin() throws SQLException {
        if (!inside) {
            endSingle();
            execute("SAVEPOINT " + TRANSACTION);
            inside = true;
        }
    }

    private void commit() throws SQLException {
        if (inside) {
            checkConstraints();
            execute("RELEASE SAVEPOINT " + TRANSACTION);
            inside = false;
        }
    }

    private void rollback() throws SQLException {
        if (inside) {
            rollbackTo(TRANSACTION);
            inside = false;
        }
    }

    private void rollbackTo(String savepoint) throws SQLException {
        execute("ROLLBACK TO SAVEPOINT " + savepoint);
        execute("RELEASE SAVEPOINT " + savepoint);
    }

    /** What a commit would check. On PostgreSQL whatever is deferred is deferred again afterwards. */
    private void checkConstraints() throws SQLException {
        switch (dialect) {
            case Postgres _ -> {
                execute("SAVEPOINT " + CHECK + "; SET CONSTRAINTS ALL IMMEDIATE");
                rollbackTo(CHECK);
            }
            case Sqlite it -> checkReferences(it.dangling().orElseThrow());
            case MariaDb _ -> {
                // checks each statement
            }
        }
    }

    private void checkReferences(String dangling) throws SQLException {
        try (var statement = real.createStatement();
                var row = statement.executeQuery(dangling)) {
            if (row.next()) {
                throw new SQLException(
                        "[SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint failed"
                                + " (FOREIGN KEY constraint failed)",
                        null,
                        FOREIGN_KEY);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = real.createStatement()) {
            statement.execute(sql);
        }
    }
}
