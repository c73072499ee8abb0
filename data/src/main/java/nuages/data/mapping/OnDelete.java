package nuages.data.mapping;

/** What happens to a row when the row it refers to is deleted. The names are Django's. */
public enum OnDelete {
    /** It is deleted too, by the framework, so that hooks run. */
    CASCADE,
    /** The other cannot be deleted. */
    PROTECT,
    /** The other cannot be deleted, unless this row is deleted with it for another reason. */
    RESTRICT,
    /** Its reference becomes NULL. */
    SET_NULL,
    /** Its reference becomes what a new row's would be. */
    SET_DEFAULT,
    /** Nothing, so that the database may refuse. */
    DO_NOTHING,
    /** The database deletes it too. */
    DB_CASCADE,
    /** The database sets its reference to NULL. */
    DB_SET_NULL,
    /** The database sets its reference to the column's default. */
    DB_SET_DEFAULT
}
