package nuages.web.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the web layer. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> @Nullable T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
