package nuages.data.migration.draft;

import nuages.data.error.NuagesException;

/** A migration depends on something that only somebody can say, and nobody is there to be asked. */
public final class Undecided extends NuagesException {
    private static final long serialVersionUID = 1L;

    /** What is to be decided, and how. */
    public Undecided(String message) {
        super(message, null);
    }
}
