package nuages.data.migration.draft;

import java.util.Set;
import nuages.data.migration.Operation;

/**
 * An operation that is to become a part of a migration.
 *
 * @param app the app of its migration
 * @param phase where it stands among those of its app, if nothing else speaks against that
 * @param gives what is there, or gone, after it
 * @param needs what must be there, or gone, before it, if another one sees to that
 * @param apps the other apps whose models it mentions
 */
record Change(String app, Phase phase, Operation operation, Set<String> gives, Set<String> needs, Set<String> apps) {
    /** The usual order. */
    enum Phase {
        RENAME_MODEL,
        REMOVE_RULE,
        RENAME_FIELD,
        REMOVE_INDEX,
        CREATE,
        ADD_FIELD,
        ALTER_FIELD,
        REMOVE_FIELD,
        ALTER_TABLE,
        ADD_INDEX,
        DELETE
    }

    /** A model is there. */
    static String model(String label) {
        return "model " + label;
    }

    /** A model is gone. */
    static String gone(String label) {
        return "gone " + label;
    }

    /** A table is no longer there. */
    static String tableGone(String table) {
        return "table gone " + table;
    }

    /** A field is as it is to be. */
    static String field(String label, String field) {
        return "field " + label + "." + field;
    }

    /** A field is gone, or refers to something else. */
    static String fieldGone(String label, String field) {
        return "field gone " + label + "." + field;
    }

    /** A column is no longer there. */
    static String columnGone(String label, String column) {
        return "column gone " + label + "." + column;
    }

    /** The old key of a model is none any more. */
    static String keyGone(String label) {
        return "key gone " + label;
    }
}
