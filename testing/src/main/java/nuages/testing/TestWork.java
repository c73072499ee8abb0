package nuages.testing;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nuages.data.connection.Action;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.LeaseSnapshot;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs each test, and each method before and after tests, in a work of its own, and fails one that ends while a
 * connection is still lent: by {@code atomic} in another thread, to a library that did not close it, to a fork that
 * nobody waited for. The failure says where it was lent.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestWork WORK = TestWork.on(databases);
 * }</pre>
 *
 * <p>Tests may run in parallel: what other tests hold at the time is not held against one.
 */
public final class TestWork implements InvocationInterceptor {
    /** How long other threads have to give back what they are about to give back anyway. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private final Supplier<Databases> databases;
    private final Strict strict;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    private TestWork(Supplier<Databases> databases, Strict strict) {
        this.databases = databases;
        this.strict = strict;
    }

    /** Works on these databases, which fail where code asks for rows one by one; see {@link #strict}. */
    public static TestWork on(Databases databases) {
        return new TestWork(() -> databases, Strict.FAIL);
    }

    /** The same with another answer to code that asks for rows one by one, where one query could fetch them all. */
    public TestWork strict(Strict how) {
        return new TestWork(databases, how);
    }

    /**
     * Runs code and fails if it runs another number of statements.
     *
     * @throws AssertionError with the statements, if there are more or fewer
     */
    public static <X extends Exception> void assertQueries(int expected, Action<X> code) throws X {
        var statements = Work.current().statements().during(code);
        if (statements.size() != expected) {
            throw new AssertionError(expected + (expected == 1 ? " statement was" : " statements were")
                    + " expected, and " + statements.size() + " run:\n" + String.join("\n", statements));
        }
    }

    /** Works on databases that are there when the first test is run, and always the same. */
    public static TestWork on(Supplier<Databases> databases) {
        return new TestWork(databases, Strict.FAIL);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(name(method, context), test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(name(method, context) + " " + context.getDisplayName(), test);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(name(method, context), before);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(name(method, context) + " before " + context.getDisplayName(), before);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> after, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(name(method, context) + " after " + context.getDisplayName(), after);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> after, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        within(name(method, context), after);
    }

    private static String name(ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + method.getExecutable().getName();
    }

    private void within(String name, Invocation<@Nullable Void> code) throws Throwable {
        var failure = new AtomicReference<@Nullable Throwable>();
        running.add(name);
        try {
            Work.of(name, databases.get()).strict(strict).run(() -> failure.set(failure(name, code)));
        } finally {
            running.remove(name);
        }
        var thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    /** What the test threw, or what is to be said of it; a failure of the test itself comes first. */
    private @Nullable Throwable failure(String name, Invocation<@Nullable Void> code) {
        try {
            code.proceed();
            return leftOver(name).orElse(null);
        } catch (Throwable e) {
            leftOver(name).ifPresent(e::addSuppressed);
            return e;
        }
    }

    private Optional<LeftOver> leftOver(String test) {
        for (var database : databases.get().all()) {
            var leases = leases(database, test);
            if (!leases.isEmpty()) {
                return Optional.of(LeftOver.of(test, leases, database));
            }
        }
        return Optional.empty();
    }

    private List<LeaseSnapshot> leases(Database database, String test) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (true) {
            var leases = database.snapshot().leases().stream()
                    .filter(lease -> lease.work().equals(test) || !running.contains(lease.work()))
                    .toList();
            if (leases.isEmpty() || System.nanoTime() > end) {
                return leases;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
