package nuages.benchmarks;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;
import nuages.data.connection.Database;
import nuages.data.dialect.Dialect.Effect;

/**
 * What a statement does to get a connection, without the statement. No public method does that, since a connection that
 * nobody uses is of no use; so this calls the method that all statements go through, which the compiler inlines as it
 * does for them.
 */
final class Lending {
    private static final MethodHandle LEND = find();
    private static final Function<Object, Object> NOTHING = Function.identity();

    private Lending() {}

    private static MethodHandle find() {
        try {
            return MethodHandles.privateLookupIn(Database.class, MethodHandles.lookup())
                    .findVirtual(Database.class, "lend", methodType(Object.class, Effect.class, Function.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lends a connection to this thread, which must run a work, and takes it back. */
    static boolean once(Database database) {
        try {
            return (Object) LEND.invokeExact(database, Effect.READ, NOTHING) != null;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
