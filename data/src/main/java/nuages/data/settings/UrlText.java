package nuages.data.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nuages.data.error.SettingsException;

/**
 * The text of a database's URL, cut in three, and its errors, which hide the password even where the URL is so wrong that
 * it is not clear what the password is.
 */
final class UrlText {
    private static final String EXAMPLE = "postgresql://user:password@localhost:5432/site";

    private final String url;
    private final String scheme;
    private final String body;
    private final Map<String, String> options;

    UrlText(String url) {
        this.url = url;
        int colon = url.indexOf(':');
        if (colon < 1) {
            throw wrong(
                    "it does not begin with the kind of database", "write for example sqlite:site.db or " + EXAMPLE);
        }
        this.scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        int question = url.indexOf('?');
        this.body = url.substring(colon + 1, question < 0 ? url.length() : question);
        this.options = question < 0 ? Map.of() : split(url.substring(question + 1));
    }

    /** What stands before the first colon, in lower case. */
    String scheme() {
        return scheme;
    }

    /** What stands between the scheme and the question mark, as written. */
    String body() {
        return body;
    }

    /** What stands behind the question mark, decoded. */
    Map<String, String> options() {
        return options;
    }

    private Map<String, String> split(String query) {
        if (query.contains("@")) {
            throw unescaped();
        }
        var options = new LinkedHashMap<String, String>();
        for (String option : query.split("&")) {
            int equals = option.indexOf('=');
            if (equals < 1 && !option.isEmpty()) {
                throw wrong("an option behind the question mark has no name or value", "write name=value&name=value");
            }
            if (!option.isEmpty()) {
                options.put(decoded(option.substring(0, equals)), decoded(option.substring(equals + 1)));
            }
        }
        return options;
    }

    /** Percent-escapes resolved; a plus sign is one. */
    String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notHexadecimal) {
            throw new SettingsException(
                    message("a percent sign is not followed by two hexadecimal digits", "write %25 for a percent sign"),
                    notHexadecimal);
        }
    }

    /** The error for characters that end the part of the URL that they should be in. */
    SettingsException unescaped() {
        return wrong(
                "it has an @ behind its first /, ? or #",
                "if user or password hold such characters, write / as %2F, ? as %3F, # as %23 and @ as %40");
    }

    /** An error that says what is wrong and what to write instead. */
    SettingsException wrong(String what, String remedy) {
        return new SettingsException(message(what, remedy));
    }

    private String message(String what, String remedy) {
        return "the database URL \"" + masked() + "\" cannot be used: " + what + ". " + capital(remedy);
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The URL with whatever may be a password as three stars. */
    String masked() {
        int slashes = url.indexOf("//");
        String shown = slashes < 0 ? url : maskedAuthority(slashes + 2);
        return maskedOptions(shown);
    }

    private String maskedAuthority(int start) {
        int at = url.lastIndexOf('@');
        if (at >= start) {
            int colon = url.indexOf(':', start);
            return colon < 0 || colon > at ? url : url.substring(0, colon + 1) + "***" + url.substring(at);
        }
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        // A password without its host looks like a port.
        int colon = url.lastIndexOf(':', end - 1);
        boolean port = colon < start || url.substring(colon + 1, end).chars().allMatch(it -> it >= '0' && it <= '9');
        boolean address = url.substring(start, end).endsWith("]");
        return port || address ? url : url.substring(0, colon + 1) + "***" + url.substring(end);
    }

    private static String maskedOptions(String shown) {
        int question = shown.indexOf('?');
        if (question < 0) {
            return shown;
        }
        String[] options = shown.substring(question + 1).split("&", -1);
        for (int i = 0; i < options.length; i++) {
            String name = options[i].toLowerCase(Locale.ROOT);
            int equals = name.indexOf('=');
            if (equals > 0 && secret(name.substring(0, equals))) {
                options[i] = options[i].substring(0, equals) + "=***";
            }
        }
        return shown.substring(0, question + 1) + String.join("&", options);
    }

    private static boolean secret(String option) {
        return option.contains("pass")
                || option.contains("pwd")
                || option.contains("secret")
                || option.contains("token");
    }
}
