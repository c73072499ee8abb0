package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nuages.testing.polls.PollUrls;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class ParallelTests {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    /** What two classes do at the same time. */
    abstract static class Half {
        @Test
        void writes(Client client) throws Exception {
            await();
            Question.objects.create(it -> it.text = getClass().getSimpleName());
            await();
            assertThat(client.get(PollUrls.index.url())).hasText(getClass().getSimpleName());
            await();
        }

        private static void await() throws InterruptedException, BrokenBarrierException, TimeoutException {
            BOTH.await(30, TimeUnit.SECONDS);
        }
    }

    @WebTest(Site.class)
    static final class First extends Half {}

    @WebTest(Site.class)
    static final class Second extends Half {}

    @Test
    void classes_that_run_at_the_same_time_have_databases_of_their_own() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(First.class), selectClass(Second.class))
                .execute()
                .testEvents()
                .assertStatistics(it -> it.started(2).succeeded(2));
    }
}
