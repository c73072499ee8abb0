package nuages.data.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement with its parameters, about to be run on a database. */
public final class Sql {
    Sql() {}

    /** All rows, as records or single values. */
    public <T> List<T> list(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** The only row. */
    public <T> T one(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** The only row, if there is one. */
    public <T> Optional<T> optional(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** Hands each row over as it arrives, without holding all of them. */
    public <T> void forEach(Class<T> type, Consumer<? super T> each) {
        throw new UnsupportedOperationException();
    }

    /** Runs it; the number of rows it changed. */
    public long update() {
        throw new UnsupportedOperationException();
    }

    /** Runs it once per list of parameters; the number of rows each changed. */
    public long[] batch(List<? extends List<? extends @Nullable Object>> parameters) {
        throw new UnsupportedOperationException();
    }
}
