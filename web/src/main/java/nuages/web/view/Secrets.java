package nuages.web.view;

import java.util.List;
import java.util.Locale;

/** Which values no page may show, by their names. */
final class Secrets {
    /** What stands in place of a secret. */
    static final String HIDDEN = "********";

    private static final List<String> PARTS = List.of(
            "secret",
            "password",
            "passwd",
            "token",
            "key",
            "auth",
            "cookie",
            "session",
            "signature",
            "credential",
            "card",
            "iban");

    private Secrets() {}

    /** The value, or stars if its name says that it is a secret. */
    static String shown(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(lower::contains) ? HIDDEN : value;
    }
}
