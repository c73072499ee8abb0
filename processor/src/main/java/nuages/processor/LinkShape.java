package nuages.processor;

/**
 * References to many, by way of a table between two models.
 *
 * @param name the name of the method that answers with them
 * @param target the other model
 * @param table the name of the table
 * @param link the table, as code
 */
record LinkShape(String name, ClassName target, String table, Code link) {
    /** The type of its constant. */
    TypeName type(TypeName model) {
        return TypeName.generic(Api.MANY_TO_MANY_FIELD, model, target);
    }
}
