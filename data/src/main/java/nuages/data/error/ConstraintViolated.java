package nuages.data.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row breaks a constraint of its table. */
public final class ConstraintViolated extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** Which kind of constraint was broken. */
    public enum Kind {
        /** Two rows with the same key or unique value. */
        UNIQUE,
        /** A reference to a row that is not there, or a referenced row that should go. */
        FOREIGN_KEY,
        /** A value outside of a check constraint. */
        CHECK,
        /** A missing value. */
        NOT_NULL,
        /** Any other kind, such as exclusion constraints. */
        OTHER
    }

    private final Kind kind;
    private final @Nullable String constraint;

    /** A broken constraint; its name is null where the database does not tell. */
    public ConstraintViolated(String message, Kind kind, @Nullable String constraint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.constraint = constraint;
    }

    /** Which kind of constraint was broken. */
    public Kind kind() {
        return kind;
    }

    /** The constraint's name, where the database tells it (SQLite tells {@code table.column} for unique and not-null). */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }
}
