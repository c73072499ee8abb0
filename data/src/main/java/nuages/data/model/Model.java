package nuages.data.model;

import nuages.data.mapping.Key;
import org.jspecify.annotations.Nullable;

/** A row of a table with a number for its key, which the database gives. */
public abstract class Model extends KeyedModel<Long> {
    /** The key; 0 while it is new. */
    @Key(identity = true)
    public long id;

    /** For models. */
    protected Model() {}

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Model it && id != 0 && id == it.id && it.getClass() == getClass());
    }

    @Override
    public final int hashCode() {
        return id == 0 ? System.identityHashCode(this) : Long.hashCode(id);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + (id == 0 ? "(new)" : String.valueOf(id));
    }
}
