package nuages.web.storage;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import nuages.web.http.PercentEncoding;

/** What the names of files must be, so that they mean the same in a folder, in memory and in a URL. */
final class StoredName {
    private static final int LONGEST_SEGMENT = 255;
    private static final int LONGEST = 1000;
    private static final int SUFFIX = 7;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private StoredName() {}

    static String checked(String name) {
        if (!isGood(name)) {
            throw new IllegalArgumentException("a file cannot be kept as \""
                    + name.codePoints()
                            .limit(100)
                            .map(c -> Character.isISOControl(c) ? '?' : c)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    + "\": a name is a path such as avatars/7.png, without . and .., backslashes, control characters"
                    + " and segments that are empty, longer than 255 bytes or begin with a dot."
                    + " Upload.filename() is safe as a segment");
        }
        return name;
    }

    static boolean isGood(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty()
                    || segment.startsWith(".")
                    || segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_SEGMENT
                    || segment.chars().anyMatch(StoredName::isBad)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBad(int c) {
        return c == '\\' || Character.isISOControl(c);
    }

    /** A name like it that nobody has yet: {@code photo_k3x9q2a.jpg}. */
    static String another(String name) {
        var suffix = new StringBuilder("_");
        for (int i = 0; i < SUFFIX; i++) {
            suffix.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
        return dot < 0 ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot);
    }

    /** Below a URL that ends with a slash. */
    static String url(String base, String name) {
        return base + PercentEncoding.path(checked(name));
    }

    static String base(String url) {
        if (!url.endsWith("/")) {
            throw new IllegalArgumentException(
                    "files cannot be found below \"" + url + "\": it must end with a slash, as" + " /media/ does");
        }
        return url;
    }
}
