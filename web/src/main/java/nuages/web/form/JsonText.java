package nuages.web.form;

import java.lang.reflect.Type;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** A value that is kept as a JSON document, and entered as one. Immutable; threads share it. */
final class JsonText implements TextType<Object> {
    private final JsonMapper mapper =
            JsonMapper.builder().build(); // of its own: a shared one would keep the classes of all that it knew
    private final JavaType held;

    JsonText(Type held) {
        this.held = mapper.constructType(held);
    }

    @Override
    public Class<Object> type() {
        return Object.class;
    }

    /** A text is the document itself. */
    private boolean itself() {
        return held.hasRawClass(String.class);
    }

    @Override
    public Optional<Object> read(String text) {
        try {
            Object value = itself() ? mapper.readTree(text) : mapper.readValue(text, held);
            return Optional.ofNullable(itself() ? text : value);
        } catch (JacksonException noDocument) {
            return Optional.empty();
        }
    }

    @Override
    public String write(Object value) {
        return itself() ? value.toString() : mapper.writerFor(held).writeValueAsString(value);
    }

    @Override
    public String expectation() {
        return itself() ? "must be JSON" : "must be JSON of the right form";
    }

    @Override
    public Widget.Kind widget() {
        return Widget.Kind.TEXTAREA;
    }
}
