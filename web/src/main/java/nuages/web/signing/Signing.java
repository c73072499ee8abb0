package nuages.web.signing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nuages.web.http.Cookie;
import nuages.web.http.Key;
import nuages.web.http.Request;

/**
 * The project's secret key, and what is made with it: signatures that show a site its own text again. Threads share it.
 *
 * <p>A salt says what something is signed for; it is no secret. What was signed with one salt is refused with another.
 * A new key signs from the day it is set, and what was signed with one of the fallbacks is still good, so that keys can
 * be changed while visitors are about. All formats are those of Django with SHA-256, so both can serve one site.
 */
public final class Signing {
    /** Where a request carries it. */
    public static final Key<Signing> KEY = Key.of("signing");

    private static final String SIGNER = "django.core.signing.Signer";
    private static final String TIMESTAMP_SIGNER = "django.core.signing.TimestampSigner";
    private static final String COOKIES = "django.http.cookies";

    private final List<String> secrets;
    private final InstantSource clock;

    private Signing(List<String> secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Signing with a secret key; what was signed with one of the fallbacks, which are older keys, is good too.
     *
     * @throws IllegalArgumentException if one of them is empty
     */
    public static Signing keys(String secretKey, List<String> fallbacks) {
        var secrets = new ArrayList<String>();
        secrets.add(secretKey);
        secrets.addAll(fallbacks);
        if (secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "a secret key is empty: everybody could sign with it; give the output of: openssl rand -hex 32");
        }
        return new Signing(List.copyOf(secrets), InstantSource.system());
    }

    /**
     * That of the site which answers this request.
     *
     * @throws IllegalStateException if the site has no secret key
     */
    public static Signing of(Request request) {
        return request.attribute(KEY)
                .orElseThrow(() -> new IllegalStateException("the site has no secret key, so it cannot sign anything:"
                        + " add settings.secretKey(env(\"SECRET_KEY\")) to the project"));
    }

    /** The same keys with another clock. */
    public Signing withClock(InstantSource changed) {
        return new Signing(secrets, changed);
    }

    /** What time it is for whatever expires. */
    public InstantSource clock() {
        return clock;
    }

    /** Signs text for no purpose in particular. */
    public Signer signer() {
        return signer(SIGNER);
    }

    /** Signs text for one purpose. */
    public Signer signer(String salt) {
        return new Signer(secrets, salt);
    }

    /** Signs text with the time, for no purpose in particular. */
    public TimestampSigner timestampSigner() {
        return timestampSigner(TIMESTAMP_SIGNER);
    }

    /** Signs text with the time, for one purpose. */
    public TimestampSigner timestampSigner(String salt) {
        return new TimestampSigner(signer(salt), clock);
    }

    /** A value as JSON, signed with the time for one purpose: a record, a map, a list, text … */
    public String dumps(Object value, String salt) {
        return timestampSigner(salt).dumps(value);
    }

    /**
     * What was dumped for that purpose.
     *
     * @throws BadSignature if it was not signed so, with one of the keys, or is no value of that type
     * @throws SignatureExpired if that was longer ago
     */
    public <T> T loads(String signed, String salt, Class<T> type, Duration maxAge) {
        return timestampSigner(salt).loads(signed, type, maxAge);
    }

    /** Signs what is kept in cookies, with keys that sign nothing else. */
    public TimestampSigner cookieSigner(String salt) {
        var keys = secrets.stream().map(secret -> COOKIES + secret).toList();
        return new TimestampSigner(new Signer(keys, salt), clock);
    }

    /** A cookie whose value visitors can read and not change; it cannot be used under another name. */
    public Cookie sign(Cookie cookie) {
        return sign(cookie, "");
    }

    /** A cookie whose value visitors can read and not change, for a purpose that its name alone does not tell. */
    public Cookie sign(Cookie cookie, String salt) {
        return cookie.withValue(cookieSigner(cookie.name() + salt).sign(cookie.value()));
    }

    /** The value of a signed cookie; empty if there is none, if it was changed, or if it is older than that. */
    public Optional<String> cookie(Request request, String name, Duration maxAge) {
        return cookie(request, name, "", maxAge);
    }

    /** The value of a cookie that was signed for a purpose; empty if there is none, if it was changed or is too old. */
    public Optional<String> cookie(Request request, String name, String salt, Duration maxAge) {
        return request.cookie(name).flatMap(signed -> {
            try {
                return Optional.of(cookieSigner(name + salt).unsign(signed, maxAge));
            } catch (BadSignature changed) {
                return Optional.empty();
            }
        });
    }

    /**
     * A digest of text that needs the secret key, in hexadecimal: one for each key, the current one first. To compare with
     * what came from outside, use {@link java.security.MessageDigest#isEqual}, whose time tells nothing.
     */
    public List<String> hmacs(String salt, String text) {
        return secrets.stream()
                .map(secret -> HexFormat.of().formatHex(new SaltedHmac(salt, secret).of(text)))
                .toList();
    }

    /** Tells nothing of the keys. */
    @Override
    public String toString() {
        return "signing with " + secrets.size() + (secrets.size() == 1 ? " key" : " keys");
    }
}
