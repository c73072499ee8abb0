package nuages.web.http;

import org.jspecify.annotations.Nullable;

/** One thing handed on with a request, in front of those handed on before it. */
record Attribute<T>(Key<T> key, T value, @Nullable Attribute<?> earlier) {
    /** Two chains as one, the first in front. */
    static @Nullable Attribute<?> before(@Nullable Attribute<?> first, @Nullable Attribute<?> second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.on(before(first.earlier, second));
    }

    private Attribute<T> on(@Nullable Attribute<?> others) {
        return new Attribute<>(key, value, others);
    }

    /** The latest value of a key in a chain. */
    @SuppressWarnings("unchecked") // an attribute with this very key was made with a value of its type
    static <T> @Nullable T find(@Nullable Attribute<?> latest, Key<T> key) {
        for (Attribute<?> each = latest; each != null; each = each.earlier) {
            if (each.key == key) {
                return (T) each.value;
            }
        }
        return null;
    }
}
