package nuages.project.command;

import nuages.data.connection.Database;
import nuages.data.connection.Work;
import picocli.CommandLine.Option;

/** The option by which commands are told which database they are for. */
public final class Alias {
    @Option(names = "--database", paramLabel = "ALIAS", description = "Which database; without, the default one.")
    private String alias = "default";

    /** An option that has not been given yet. */
    public Alias() {}

    /** What the database is called. */
    String name() {
        return alias;
    }

    /** The database, for the current work. */
    public Database database() {
        return Work.current().database(alias);
    }
}
