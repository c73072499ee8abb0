package nuages.web.view;

import nuages.data.error.RowNotFound;
import nuages.web.http.Handler;
import nuages.web.http.HttpException;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;

/**
 * Makes answers of what views throw in place of one: {@link HttpException} of less than 500 and {@link RowNotFound}. Faults go
 * on, and so does what is thrown as the work was told to stop: then nothing shall be kept. Threads share it.
 */
record ViewErrors(Errors errors) implements Middleware {
    @Override
    public Stage stage() {
        return Stage.ANSWERS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        try {
            return next.handle(request);
        } catch (HttpException answer) {
            if (answer.status().code() >= 500 || Errors.cancelled(answer) != null) {
                throw answer;
            }
            return errors.answerWithin(request, answer);
        } catch (RowNotFound missing) {
            if (Errors.cancelled(missing) != null) {
                throw missing;
            }
            return errors.answerWithin(request, missing);
        }
    }
}
