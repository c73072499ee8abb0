package nuages.data.connection;

import java.util.concurrent.CountDownLatch;

/** A gate that is open at the end of its scope, so that a test that fails does not wait for those behind it. */
record Opened(CountDownLatch gate) implements AutoCloseable {
    @Override
    public void close() {
        gate.countDown();
    }
}
