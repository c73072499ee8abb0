package nuages.project;

import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps what a command writes, and tells when it has written a certain word. */
final class Recorder extends StringWriter {
    private final String word;
    private final CountDownLatch written = new CountDownLatch(1);

    Recorder(String word) {
        this.word = word;
    }

    @Override
    public void flush() {
        if (toString().contains(word)) {
            written.countDown();
        }
    }

    boolean await() throws InterruptedException {
        return written.await(30, TimeUnit.SECONDS);
    }

    /** The rest of the line that begins so. */
    String line(String beginning) {
        return toString()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + beginning + " in:\n" + this))
                .substring(beginning.length())
                .strip();
    }
}
