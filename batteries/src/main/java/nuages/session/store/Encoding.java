package nuages.session.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nuages.web.signing.Signing;
import nuages.web.signing.TimestampSigner;

/** The values of a session as signed text: compressed JSON, signed with the time for one purpose, as Django does it. */
record Encoding(String salt) {
    /** Values, and when they were signed. */
    record Decoded(Map<String, Object> values, Instant time) {}

    String encode(Map<String, Object> values, Signing signing) {
        return signer(signing).dumpsCompressed(values);
    }

    /** Throws {@link nuages.web.signing.BadSignature} if it was not signed with one of the site's keys. */
    Decoded decode(String text, Signing signing) {
        var loaded = signer(signing).open(text, Map.class);
        var values = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) loaded.value()).forEach((name, value) -> values.put(String.valueOf(name), value));
        return new Decoded(values, loaded.time());
    }

    private TimestampSigner signer(Signing signing) {
        return signing.timestampSigner(salt);
    }
}
