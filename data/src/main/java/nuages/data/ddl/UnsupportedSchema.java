package nuages.data.ddl;

import nuages.data.error.NuagesException;

/** A schema asks for what this kind of database cannot keep. */
public final class UnsupportedSchema extends NuagesException {
    private static final long serialVersionUID = 1L;

    UnsupportedSchema(String message) {
        super(message, null);
    }
}
