package nuages.testing;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a client of a site writes and reads it. */
final class TestJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TestJson() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> @Nullable T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** The value at a JSON pointer (RFC 6901) as plain Java: text, number, boolean, list, map or null. */
    static @Nullable Object at(byte[] json, String pointer) {
        return MAPPER.treeToValue(MAPPER.readTree(json).at(pointer), Object.class);
    }

    /** Whether there is a value at a JSON pointer; false too if it is no JSON. */
    static boolean has(byte[] json, String pointer) {
        try {
            JsonNode found = MAPPER.readTree(json).at(pointer);
            return !found.isMissingNode();
        } catch (JacksonException none) {
            return false;
        }
    }
}
