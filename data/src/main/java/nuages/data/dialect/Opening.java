package nuages.data.dialect;

import java.util.Map;

/** What the first word of a statement says about the rest. */
enum Opening {
    /** A query, unless something in it writes. */
    READS,
    /** A change of rows; functions in it may do more. */
    WRITES,
    /** A change of tables and the like; names before a bracket are columns and types, not functions. */
    DEFINES,
    /** A setting. */
    SETS,
    /** A setting or question of SQLite. */
    PRAGMA,
    /** A lock, held by the transaction on PostgreSQL and by the session on MariaDB. */
    LOCKS;

    static final Words<Opening> WORDS = new Words<>(Map.of(
            READS, "select values table with explain show describe desc",
            WRITES, "insert update delete replace merge notify kill",
            DEFINES, """
            create alter drop truncate comment grant revoke analyze vacuum reindex optimize rename refresh
            cluster\
            """,
            SETS, "set",
            PRAGMA, "pragma",
            LOCKS, "lock"));
}
