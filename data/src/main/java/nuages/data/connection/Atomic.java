package nuages.data.connection;

import java.util.Optional;
import nuages.data.dialect.Isolation;

/**
 * How a transaction is to be. Immutable.
 *
 * @param durable whether it must be the outermost one, so that what it did is in the database when it ends
 * @param readOnly whether it promises to change nothing
 * @param isolation how far it is kept from others; empty for the database's own default
 * @param foreignKeys whether SQLite enforces foreign keys; other databases always do
 */
public record Atomic(boolean durable, boolean readOnly, Optional<Isolation> isolation, boolean foreignKeys) {
    private static final Atomic STANDARD = new Atomic(false, false, Optional.empty(), true);

    /** A transaction that may nest, may write, and has the database's default isolation. */
    public static Atomic standard() {
        return STANDARD;
    }

    /** The same, refusing to nest. */
    public Atomic asDurable() {
        return new Atomic(true, readOnly, isolation, foreignKeys);
    }

    /** The same, refusing to write. */
    public Atomic asReadOnly() {
        return new Atomic(durable, true, isolation, foreignKeys);
    }

    /** The same, isolated that far. */
    public Atomic isolated(Isolation level) {
        return new Atomic(durable, readOnly, Optional.of(level), foreignKeys);
    }

    /**
     * The same, in which SQLite enforces no foreign keys, as is needed to make a table anew that others lead to; whoever
     * uses it checks them at the end. Within another transaction it is refused on SQLite, where it would do nothing.
     */
    public Atomic withoutForeignKeys() {
        return new Atomic(durable, readOnly, isolation, false);
    }
}
