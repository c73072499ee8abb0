package nuages.web.storage;

import nuages.web.http.Response;

/** Files that visitors have sent, as other visitors get them. */
final class Outside {
    /** A page or a picture with scripts in it runs none, and is of no origin. */
    private static final String NOTHING_RUNS =
            "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    private Outside() {}

    static Response guarded(Response response) {
        return response.with("Content-Security-Policy", NOTHING_RUNS).with("X-Content-Type-Options", "nosniff");
    }
}
