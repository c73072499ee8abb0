package nuages.web.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the web layer. Threads share it. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /**
     * Forgets what was learnt of classes by writing and reading them, so that their loader can go: for servers that
     * exchange a site's code while they run.
     */
    public static void forgetClasses() {
        MAPPER.clearCaches();
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> @Nullable T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
