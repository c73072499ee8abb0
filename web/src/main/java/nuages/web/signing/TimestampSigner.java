package nuages.web.signing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Signs text together with the time, so that it can be too old: {@code hello} becomes {@code hello:1r31eq:} and a
 * signature. Made by {@link Signing#timestampSigner(String)}. Threads share it.
 *
 * <p>The format is that of Django's {@code TimestampSigner}, with seconds since 1970 in base 62; that of values is its
 * {@code sign_object}.
 */
public final class TimestampSigner {
    private final Signer signer;
    private final InstantSource clock;

    TimestampSigner(Signer signer, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** The text with the time and a signature. */
    public String sign(String text) {
        return signer.sign(
                text + Signer.SEPARATOR + Base62.write(clock.instant().getEpochSecond()));
    }

    /**
     * The text, however old.
     *
     * @throws BadSignature if it was not signed so, with one of the keys
     */
    public String unsign(String signed) {
        return dated(signed).text();
    }

    /**
     * The text.
     *
     * @throws BadSignature if it was not signed so, with one of the keys
     * @throws SignatureExpired if that was longer ago
     */
    public String unsign(String signed, Duration maxAge) {
        Dated dated = dated(signed);
        if (clock.instant().isAfter(dated.time().plus(maxAge))) {
            throw new SignatureExpired(dated.time(), maxAge);
        }
        return dated.text();
    }

    /** A value as JSON, signed: a record, a map, a list, text … */
    public String dumps(Object value) {
        return sign(Packing.pack(value));
    }

    /** The same, compressed if that makes it shorter. */
    public String dumpsCompressed(Object value) {
        return sign(Packing.packSmall(value));
    }

    /**
     * What was dumped, compressed or not, however long ago.
     *
     * @throws BadSignature if it was not signed so, with one of the keys, or is no value of that type
     */
    public <T> T loads(String signed, Class<T> type) {
        return Packing.unpack(unsign(signed), type);
    }

    /**
     * What was dumped, compressed or not.
     *
     * @throws BadSignature if it was not signed so, with one of the keys, or is no value of that type
     * @throws SignatureExpired if that was longer ago
     */
    public <T> T loads(String signed, Class<T> type, Duration maxAge) {
        return Packing.unpack(unsign(signed, maxAge), type);
    }

    private Dated dated(String signed) {
        String text = signer.unsign(signed);
        int separator = text.lastIndexOf(Signer.SEPARATOR);
        try {
            String digits = separator < 0 ? "" : text.substring(separator + 1);
            return new Dated(text.substring(0, Math.max(0, separator)), Instant.ofEpochSecond(Base62.read(digits)));
        } catch (NumberFormatException | DateTimeException e) {
            throw new BadSignature(
                    "signed text has no time: whoever signed it did so without, for the same purpose", e);
        }
    }

    private record Dated(String text, Instant time) {}
}
