package nuages.project.inspection;

import java.util.List;

/**
 * A model to be written.
 *
 * @param home its package
 * @param name its class
 * @param table what it is a model of
 * @param key the fields of its key
 * @param keyType the full name of the key's class; that of a key of several fields is written with the model
 * @param marks annotations of the class
 * @param remarks what could not be said of its table, a sentence each
 */
record ModelDraft(
        String home,
        String name,
        String table,
        List<FieldDraft> fields,
        List<Link> links,
        List<FieldDraft> key,
        String keyType,
        List<Mark> marks,
        List<String> remarks) {
    /**
     * A method that leads to rows of another model.
     *
     * @param arguments what its annotation says
     */
    record Link(String name, String target, String arguments) {}

    boolean composite() {
        return key.size() > 1;
    }

    /** Whether its key is that which a model has if it does not choose. */
    boolean usual() {
        return fields.stream().anyMatch(FieldDraft::inherited);
    }
}
