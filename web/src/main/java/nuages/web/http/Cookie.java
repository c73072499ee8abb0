package nuages.web.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie to set. From {@link #of} it is for the whole site, hidden from scripts, not sent along with what other sites
 * post, and gone when the browser is closed.
 *
 * @param maxAge how long it lives, in whole seconds; null until the browser is closed
 * @param domain null for this host alone, which is the safer choice
 */
public record Cookie(
        String name,
        String value,
        String path,
        @Nullable String domain,
        @Nullable Duration maxAge,
        boolean secure,
        boolean httpOnly,
        SameSite sameSite) {
    /** Which requests from other sites carry a cookie. */
    public enum SameSite {
        /** None. */
        STRICT("Strict"),
        /** Links that are followed. */
        LAX("Lax"),
        /** All; only for cookies that are secure. */
        NONE("None");

        private final String word;

        SameSite(String word) {
            this.word = word;
        }
    }

    public Cookie {
        check("name", name, !name.isEmpty() && Headers.isToken(name));
        check("value", value, isValue(value));
        check("path", path, path.startsWith("/") && isAttribute(path));
        check("domain", domain, domain == null || (!domain.isEmpty() && isAttribute(domain)));
        boolean mustBeSecure = sameSite == SameSite.NONE || name.startsWith("__Secure-") || name.startsWith("__Host-");
        if (mustBeSecure && !secure) {
            throw new IllegalArgumentException(
                    "cookie " + name + " would be thrown away by browsers, as it is not secure: add .withSecure(true)");
        }
    }

    /** A cookie for the whole site: HttpOnly, SameSite=Lax. */
    public static Cookie of(String name, String value) {
        return new Cookie(name, value, "/", null, null, false, true, SameSite.LAX);
    }

    /** A cookie that makes browsers forget the one of that name, path {@code /} and this host. */
    public static Cookie forget(String name) {
        boolean prefixed = name.startsWith("__Secure-") || name.startsWith("__Host-");
        return new Cookie(name, "", "/", null, Duration.ZERO, prefixed, true, SameSite.LAX);
    }

    /** The same cookie with another value. */
    public Cookie withValue(String changed) {
        return new Cookie(name, changed, path, domain, maxAge, secure, httpOnly, sameSite);
    }

    /** The same cookie for that long. */
    public Cookie withMaxAge(Duration changed) {
        return new Cookie(name, value, path, domain, changed, secure, httpOnly, sameSite);
    }

    /** The same cookie for what is below that path. */
    public Cookie withPath(String changed) {
        return new Cookie(name, value, changed, domain, maxAge, secure, httpOnly, sameSite);
    }

    /** The same cookie for that domain and all below it. */
    public Cookie withDomain(String changed) {
        return new Cookie(name, value, path, changed, maxAge, secure, httpOnly, sameSite);
    }

    /** The same cookie, sent over TLS only or not. */
    public Cookie withSecure(boolean changed) {
        return new Cookie(name, value, path, domain, maxAge, changed, httpOnly, sameSite);
    }

    /** The same cookie, hidden from scripts or not. */
    public Cookie withHttpOnly(boolean changed) {
        return new Cookie(name, value, path, domain, maxAge, secure, changed, sameSite);
    }

    /** The same cookie for other requests from other sites. */
    public Cookie withSameSite(SameSite changed) {
        return new Cookie(name, value, path, domain, maxAge, secure, httpOnly, changed);
    }

    /** The value of {@code Set-Cookie}. */
    public String header() {
        var header = new StringBuilder(64).append(name).append('=').append(value);
        header.append("; Path=").append(path);
        if (domain != null) {
            header.append("; Domain=").append(domain);
        }
        if (maxAge != null) {
            header.append("; Max-Age=").append(Math.max(0, maxAge.toSeconds()));
        }
        if (secure) {
            header.append("; Secure");
        }
        if (httpOnly) {
            header.append("; HttpOnly");
        }
        return header.append("; SameSite=").append(sameSite.word).toString();
    }

    private static void check(String part, @Nullable String text, boolean good) {
        if (!good) {
            throw new IllegalArgumentException(
                    "the " + part + " of a cookie cannot be \"" + Headers.printable("" + text)
                            + "\": encode what is not a plain character, for example as base64url");
        }
    }

    /** RFC 6265: visible ASCII without quotes, comma, semicolon and backslash. */
    private static boolean isValue(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != ',' && c != ';' && c != '\\');
    }

    private static boolean isAttribute(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127 && c != ';' && c != ',');
    }
}
