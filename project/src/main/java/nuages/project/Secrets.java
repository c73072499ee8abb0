package nuages.project;

import java.util.regex.Pattern;

/** What is not to be read over somebody's shoulder, or in a log. */
final class Secrets {
    private static final Pattern NAMES =
            Pattern.compile("KEY|SECRET|PASS|TOKEN|CREDENTIAL|SIGNATURE|PRIVATE", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOGIN = Pattern.compile("(//[^:/?#]*):.*@");
    private static final Pattern OPTION = Pattern.compile("([?&;][^=&]*(?:pass|pwd|secret|token|key)[^=&]*)=[^&;]*");

    private Secrets() {}

    /** The value of a setting; a secret in it becomes stars. */
    static String hidden(String name, String value) {
        if (NAMES.matcher(name).find() && !value.isEmpty()) {
            return "***";
        }
        return OPTION.matcher(LOGIN.matcher(value).replaceAll("$1:***@")).replaceAll("$1=***");
    }
}
