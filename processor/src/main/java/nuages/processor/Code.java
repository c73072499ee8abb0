package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of Java. Types are apart from the text, since what they are called depends on what is imported.
 *
 * <p>In formats, {@code $T} is a type, {@code $S} a text as a literal, and {@code $L} anything else as it is.
 *
 * @param parts texts and types
 */
record Code(List<Object> parts) {
    static Code of(String format, Object... arguments) {
        return new Builder().add(format, arguments).build();
    }

    /** All of them, with that between. */
    static Code join(List<Code> all, String between) {
        var builder = new Builder();
        for (int i = 0; i < all.size(); i++) {
            builder.text(i == 0 ? "" : between);
            builder.add(all.get(i));
        }
        return builder.build();
    }

    /** The same with more behind it. */
    Code then(Code more) {
        return new Builder().add(this).add(more).build();
    }

    /** As it is written where these classes are imported. */
    String in(Imports imports) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part instanceof TypeName type ? type.in(imports) : part);
        }
        return text.toString();
    }

    /** Puts pieces together. For use by one thread. */
    static final class Builder {
        private final List<Object> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Builder add(String format, Object... arguments) {
            int next = 0;
            int from = 0;
            for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
                text.append(format, from, at);
                argument(format.charAt(at + 1), arguments[next++]);
                from = at + 2;
            }
            text.append(format, from, format.length());
            return this;
        }

        Builder add(Code code) {
            for (var part : code.parts) {
                if (part instanceof TypeName type) {
                    type(type);
                } else {
                    text.append(part);
                }
            }
            return this;
        }

        private void text(String plain) {
            text.append(plain);
        }

        private void argument(char kind, @Nullable Object value) {
            if (value instanceof Code code) {
                add(code);
            } else if (value instanceof TypeName type) {
                type(type);
            } else if (kind == 'S') {
                Literals.append(text, String.valueOf(value));
            } else {
                text.append(value);
            }
        }

        private void type(TypeName type) {
            if (!text.isEmpty()) {
                parts.add(text.toString());
                text.setLength(0);
            }
            parts.add(type);
        }

        Code build() {
            if (!text.isEmpty()) {
                parts.add(text.toString());
                text.setLength(0);
            }
            return new Code(List.copyOf(parts));
        }
    }
}
