package nuages.project.staticfile;

import java.util.List;
import java.util.function.Supplier;
import nuages.project.command.Console;
import nuages.project.command.Site;

/** All commands about static files. */
public final class StaticFileCommands {
    private StaticFileCommands() {}

    /**
     * Makes them.
     *
     * @param site the site, which is composed when a command first asks for it
     * @param console where they write
     */
    public static List<Object> of(Supplier<Site> site, Console console) {
        return List.of(new Collectstatic(site, console), new Findstatic(site, console));
    }
}
