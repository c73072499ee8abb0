package nuages.data.model;

import java.util.List;
import nuages.data.error.DatabaseException;

/** Rows were not deleted, since others refer to them that forbid it. */
public final class ProtectedRows extends DatabaseException {
    private static final long serialVersionUID = 1;

    private final String[] fields;

    /** Says what was not deleted and who refers to it, by which fields such as {@code Book.publisher}. */
    public ProtectedRows(String message, List<String> fields) {
        super(message, null);
        this.fields = fields.toArray(String[]::new);
    }

    /** The fields that refer to what was not deleted, such as {@code Book.publisher}. */
    public List<String> fields() {
        return List.of(fields);
    }
}
