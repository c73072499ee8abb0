package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** What a server logs while a test listens: lines of access, and everything else. */
final class LogLines implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("nuages");
    private final BlockingQueue<String> access = new LinkedBlockingQueue<>();
    private final BlockingQueue<ILoggingEvent> others = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().equals("nuages.access")) {
                access.add(event.getFormattedMessage());
            } else {
                others.add(event);
            }
        }
    };

    LogLines() {
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    /** The next line of access, which is written when the answer has been sent. */
    String access() throws InterruptedException {
        return String.valueOf(access.poll(5, TimeUnit.SECONDS));
    }

    /** The next that is no line of access. */
    ILoggingEvent other() throws InterruptedException {
        var event = others.poll(5, TimeUnit.SECONDS);
        assertThat(event).as("a line of the log").isNotNull();
        return Objects.requireNonNull(event);
    }

    /** What else was logged since the last call. */
    List<ILoggingEvent> others() {
        var all = new ArrayList<ILoggingEvent>();
        others.drainTo(all);
        return all;
    }

    boolean noMoreAccess() {
        return access.isEmpty();
    }

    /** Sees that an answer was logged, and once: by its line of access, beside which there may be one for the reason. */
    void once(int status) throws InterruptedException {
        assertThat(access()).contains("\" " + status + " ");
        assertThat(noMoreAccess()).isTrue();
        var reasons = others();
        assertThat(reasons).hasSizeLessThan(2);
        assertThat(reasons).allMatch(it -> status >= 500 || it.getThrowableProxy() == null);
    }

    /** Forgets all up to now. */
    void forget() {
        access.clear();
        others.clear();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
        appender.stop();
    }
}
