package nuages.project.migrate;

import java.util.List;
import java.util.function.Supplier;
import nuages.project.command.Console;
import nuages.project.command.Site;

/** All commands about migrations. */
public final class MigrationCommands {
    private MigrationCommands() {}

    /**
     * Makes them.
     *
     * @param site the site, which is composed when a command first asks for it
     * @param console where they write
     */
    public static List<Object> of(Supplier<Site> site, Console console) {
        return List.of(
                new Makemigrations(site, console),
                new Migrate(site, console),
                new Showmigrations(site, console),
                new Sqlmigrate(site, console),
                new Squashmigrations(site, console));
    }
}
