package nuages.web.http;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the web layer. Threads share it. */
public final class Json {
    /** What tells that an answer is JSON. */
    static final Headers TYPE = Headers.of("Content-Type", "application/json");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter ASCII =
            MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).without(JsonWriteFeature.WRITE_HEX_UPPER_CASE);

    private Json() {}

    /**
     * Forgets what was learnt of classes by writing and reading them, so that their loader can go: for servers that
     * exchange a site's code while they run.
     */
    public static void forgetClasses() {
        MAPPER.clearCaches();
    }

    /** A value as JSON without blanks and of ASCII characters alone; others are escaped. */
    public static byte[] ascii(Object value) {
        return ASCII.writeValueAsBytes(value);
    }

    /**
     * The value that JSON stands for; null for JSON's null.
     *
     * @throws IllegalArgumentException if it is not the JSON of that type
     */
    public static <T> @Nullable T parse(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the JSON of a " + type.getSimpleName(), e);
        }
    }

    /**
     * A value of maps, lists, text and numbers as one of that type, as if it had been written and read.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public static <T> @Nullable T convert(@Nullable Object value, Class<T> type) {
        try {
            return MAPPER.convertValue(value, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the JSON of a " + type.getSimpleName(), e);
        }
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Leaves a list that fails in the middle without its end. */
    static void writeList(OutputStream out, Response.Items items) throws Exception {
        SequenceWriter list = MAPPER.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValuesAsArray(out);
        items.writeTo(list::write);
        list.close();
    }

    static <T> @Nullable T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
