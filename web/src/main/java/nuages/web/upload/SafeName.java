package nuages.web.upload;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The name of an uploaded file, as it may be used on any file system and shown to anybody. */
final class SafeName {
    /** What the usual file systems take is 255; a storage may have to add something. */
    private static final int BYTES = 200;

    private static final int LONGEST_ENDING = 20;
    private static final String NAMELESS = "file";
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    private SafeName() {}

    /** The last segment of what was sent, without characters that are not seen or have a meaning for file systems. */
    static String of(String sent) {
        int slash = Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\'));
        var seen = new StringBuilder();
        Normalizer.normalize(sent.substring(slash + 1), Normalizer.Form.NFC)
                .codePoints()
                .filter(SafeName::isSeen)
                .map(c -> "<>:\"|?*".indexOf(c) >= 0 ? '_' : c)
                .forEach(seen::appendCodePoint);
        String name = shortened(withoutEdges(seen.toString()));
        if (name.isEmpty()) {
            return NAMELESS;
        }
        return isDevice(name) ? "_" + name : name;
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A dot in front would hide the file, and some systems drop dots and spaces at the end. */
    private static String withoutEdges(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isEdge(name.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isEdge(char c) {
        return c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String shortened(String name) {
        if (bytes(name) <= BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int to = name.length() - ending.length();
        while (bytes(name.substring(0, to)) + bytes(ending) > BYTES) {
            to = name.offsetByCodePoints(to, -1);
        }
        return withoutEdges(name.substring(0, to)) + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Windows opens a device for these, whatever the ending. */
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
        boolean numbered = stem.length() == 4
                && (stem.startsWith("COM") || stem.startsWith("LPT"))
                && Character.isDigit(stem.charAt(3));
        return numbered || DEVICES.contains(stem);
    }
}
