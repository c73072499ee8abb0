package nuages.project;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first asked for, and then keeps it. One thread uses it. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T made;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        var known = made == null ? source.get() : made;
        made = known;
        return known;
    }
}
