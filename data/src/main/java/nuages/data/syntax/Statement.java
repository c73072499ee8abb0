package nuages.data.syntax;

/** A statement as a tree. */
public sealed interface Statement permits Select, Insert, Update, Delete {
    /** Adds what its SQL depends on, and its values. */
    void shape(Shape shape);
}
