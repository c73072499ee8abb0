package nuages.server;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands header fields to Vert.x as the bytes they become, where that has been done before: most of a site's answers have the
 * same policies, content types and cache directives. Threads share it.
 */
final class HeaderTexts {
    private static final int MOST_NAMES = 128;

    /** A header of which this many values were seen one after the other has another one each time. */
    private static final int MOST_CHANGES = 16;

    private final Map<String, Text> texts = new ConcurrentHashMap<>();

    /**
     * A header's name, and the last value it had.
     *
     * @param value null if it changes each time
     * @param bytes null if the value is not known to come again
     */
    private record Text(
            AsciiString name,
            @Nullable String value,
            @Nullable AsciiString bytes,
            int changes) {
        Text next(String now) {
            boolean again = now.equals(value);
            boolean plain = changes < MOST_CHANGES && now.chars().allMatch(c -> c < 128);
            return new Text(name, plain ? now : null, again && plain ? new AsciiString(now) : null, changes + 1);
        }
    }

    /** Adds a field. */
    void add(String name, String value, MultiMap fields) {
        var text = texts.get(name);
        if (text == null) {
            if (texts.size() < MOST_NAMES) {
                texts.put(name, new Text(new AsciiString(name), value, null, 0));
            }
            fields.add(name, value);
        } else if (text.bytes != null && value.equals(text.value)) {
            fields.add(text.name, text.bytes);
        } else {
            if (text.value != null) {
                texts.put(name, text.next(value));
            }
            fields.add(text.name, value);
        }
    }
}
