package nuages.web.http;

import java.time.Duration;

/** For how long an answer may be kept (RFC 9111, section 5.2.2). */
final class Caching {
    private Caching() {}

    /** The headers of an answer that is for one visitor: no cache on the way may give it to others. */
    static Headers forOne(Headers headers) {
        String told = headers.first("Cache-Control").orElse("");
        return told.startsWith("public, ") ? headers.with("Cache-Control", "private, " + told.substring(8)) : headers;
    }

    static String age(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("an answer cannot be kept for " + time
                    + ": give a time that is not negative, or neverCache() for none");
        }
        return "max-age=" + time.toSeconds();
    }
}
