package nuages.data.model;

import nuages.data.mapping.Key;

/** A row of a table with a number for its key, which the database gives. */
public abstract class Model extends KeyedModel<Long> {
    /** The key; 0 while it is new. */
    @Key(identity = true)
    public long id;

    /** For models. */
    protected Model() {}
}
