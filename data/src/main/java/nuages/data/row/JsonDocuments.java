package nuages.data.row;

import java.lang.reflect.Type;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Objects, kept as JSON documents. */
final class JsonDocuments<T> implements Codec<T> {
    /** Documents as they are written. */
    static final Codec<String> TEXT = new Codec<>() {
        @Override
        public ColumnReader reader(Dialect dialect) {
            return (row, column) -> row.getString(column);
        }

        @Override
        public ValueKind kind() {
            return ValueKind.JSON;
        }
    };

    private final ObjectReader read;
    private final ObjectWriter write;

    JsonDocuments(Type type) {
        var mapper =
                JsonMapper.builder().build(); // of its own: a shared one would keep the classes of all that it knew
        JavaType known = mapper.constructType(type);
        this.read = mapper.readerFor(known);
        this.write = mapper.writerFor(known);
    }

    @Override
    public ColumnReader reader(Dialect dialect) {
        return (row, column) -> {
            var text = row.getString(column);
            return text == null ? null : read.readValue(text);
        };
    }

    @Override
    public @Nullable Object encode(T value) {
        return write.writeValueAsString(value);
    }

    @Override
    public ValueKind kind() {
        return ValueKind.JSON;
    }
}
