package nuages.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.StringJoiner;
import nuages.web.http.Headers;
import nuages.web.http.Limits;
import nuages.web.http.Method;
import nuages.web.http.PercentEncoding;
import nuages.web.http.Request;

/** Requests as browsers make them of forms. */
final class Sending {
    private Sending() {}

    /** Names and values in turn. */
    static Request form(String... namesAndValues) {
        var body = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.add(PercentEncoding.query(namesAndValues[i]) + "=" + PercentEncoding.query(namesAndValues[i + 1]));
        }
        return encoded(body.toString());
    }

    /** A body as it stands. */
    static Request encoded(String body) {
        return Request.builder(Method.POST, "/")
                .headers(Headers.of("Content-Type", "application/x-www-form-urlencoded"))
                .limits(new Limits(10_000_000, 100_000))
                .body(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                .build();
    }
}
