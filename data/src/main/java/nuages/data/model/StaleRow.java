package nuages.data.model;

import nuages.data.error.DatabaseException;
import org.jspecify.annotations.Nullable;

/** An object was to be saved, and its row has been saved by somebody else since the object was read. */
public final class StaleRow extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final transient Object key;
    private final String model;
    private final long version;

    StaleRow(ModelType<?> type, Object key, long version, @Nullable Object there) {
        super(
                type + " " + key + " was not saved: it was read as version " + version + ", and "
                        + (there == null ? "its row is no longer there" : "its row is now version " + there)
                        + ".\nsomebody has changed it meanwhile: refresh() it and apply the change again, or tell its "
                        + "user.",
                null);
        this.model = type.toString();
        this.key = key;
        this.version = version;
    }

    /** The model's name. */
    public String model() {
        return model;
    }

    /** The row's key. */
    public Object key() {
        return key;
    }

    /** The version that the object was read as. */
    public long version() {
        return version;
    }

    /** The same work, started again, reads the newer row. */
    @Override
    public boolean retryable() {
        return true;
    }
}
