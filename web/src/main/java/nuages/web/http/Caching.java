package nuages.web.http;

import java.time.Duration;

/** For how long an answer may be kept (RFC 9111, section 5.2.2). */
final class Caching {
    private Caching() {}

    static String age(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("an answer cannot be kept for " + time
                    + ": give a time that is not negative, or neverCache() for none");
        }
        return "max-age=" + time.toSeconds();
    }
}
