package nuages.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.WorkCancelled.Reason;
import nuages.web.http.BadRequest;
import nuages.web.http.Handler;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a view throws after its work was told to stop is seldom the reason itself. */
class ErrorsInWorkTests {
    private final Request request = Request.builder(Method.GET, "/").build();
    private final Work work = Work.of("GET /", Databases.of());

    @Timeout(10)
    @ParameterizedTest
    @CsvSource({"CLIENT_LEFT,499", "DEADLINE,504", "HOLD_LIMIT,504", "SHUTDOWN,503", "REQUESTED,503"})
    void an_interrupted_wait_is_answered_by_why_it_was_interrupted(Reason reason, int status) {
        var never = new CountDownLatch(1);

        Response response = answer(r -> {
            Thread.startVirtualThread(() -> work.cancel(reason));
            never.await();
            return Response.text("never");
        });

        assertThat(response.status().code()).isEqualTo(status);
    }

    @Test
    void a_body_that_broke_off_as_the_client_left_is_no_bad_request() {
        Response response = answer(r -> {
            work.cancel(Reason.CLIENT_LEFT);
            throw new BadRequest("the body did not arrive", new IOException("reset"));
        });

        assertThat(response.status()).isEqualTo(Status.CLIENT_LEFT);
    }

    @Test
    void an_answer_that_was_ready_is_given_even_if_late() {
        Response response = answer(r -> {
            work.cancel(Reason.DEADLINE);
            throw new NotFound();
        });

        assertThat(response.status()).isEqualTo(Status.NOT_FOUND);
    }

    @Test
    void a_mistake_in_a_work_that_goes_on_is_500() {
        Response response = answer(r -> {
            throw new IllegalStateException("mistake");
        });

        assertThat(response.status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    private Response answer(Handler view) {
        return work.run(() -> Errors.forVisitors().handle(request, view));
    }
}
