package nuages.data.ddl;

/** Reads the schema of a live database. */
public final class Introspection {
    private Introspection() {}
}
