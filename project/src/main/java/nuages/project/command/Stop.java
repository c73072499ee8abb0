package nuages.project.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The moment at which a command that runs on and on is told to stop. Threads share it.
 *
 * <p>By signals: CONTROL-C and the signal TERM end the command instead of the process, which then ends by itself with
 * status 0; a second one ends the process at once. That takes {@code sun.misc.Signal}, as a shutdown hook cannot choose
 * the status. A Java that has none, or that was told to leave signals alone, ends the process as it always did.
 */
public final class Stop {
    private static final int INTERRUPTED = 130;

    private final CountDownLatch told = new CountDownLatch(1);
    private final boolean bySignals;

    private Stop(boolean bySignals) {
        this.bySignals = bySignals;
    }

    /** A moment that comes when this process is asked to end. */
    public static Stop bySignals() {
        return new Stop(true);
    }

    /** A moment that comes with {@link #tell}. */
    public static Stop byHand() {
        return new Stop(false);
    }

    /** Tells the command to stop. */
    public void tell() {
        told.countDown();
    }

    /** Waits until the command is told to stop. */
    public void await() throws InterruptedException {
        told.await();
    }

    /** Waits until the command is told to stop, but not for longer than that; whether it was told. */
    public boolean toldWithin(Duration limit) throws InterruptedException {
        return told.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Heeds signals from now on, if it is by signals. */
    public void arm() {
        if (bySignals) {
            heed("INT");
            heed("TERM");
        }
    }

    private void heed(String name) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler receive = (proxy, method, arguments) -> {
                receive();
                return null;
            };
            var receiver = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, receive);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), receiver);
        } catch (ReflectiveOperationException none) {
            // then the process ends as Java ends it
        }
    }

    private void receive() {
        if (told.getCount() == 0) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        tell();
    }
}
