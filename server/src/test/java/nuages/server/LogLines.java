package nuages.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
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

    /** What else was logged since the last call. */
    List<ILoggingEvent> others() {
        var all = new ArrayList<ILoggingEvent>();
        others.drainTo(all);
        return all;
    }

    boolean noMoreAccess() {
        return access.isEmpty();
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
