package nuages.web.http;

/**
 * Names something of type {@code T} that a middleware hands on with a request: {@code request.with(USER, user)}.
 * Keep it in a constant: two keys are never the same, whatever their names.
 */
@SuppressWarnings("UnusedTypeParameter") // T is what the methods of Request take and give
public final class Key<T> {
    private final String name;

    private Key(String name) {
        this.name = name;
    }

    /** A new key; the name is for people. */
    public static <T> Key<T> of(String name) {
        return new Key<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
