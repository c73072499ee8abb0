package nuages.project.command;

import java.util.List;
import nuages.data.connection.Action;
import nuages.data.connection.Block;
import nuages.data.connection.Databases;
import nuages.server.Failures;
import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;
import nuages.web.http.Handler;

/**
 * What the commands command: a project, composed. Threads share it.
 *
 * @param databases its databases; no connection is open yet
 * @param handler what answers its requests
 * @param failures what makes answers of failures outside of the handler
 * @param server where it listens, and its limits
 * @param management where its management listens
 * @param start what to run within a work before it takes requests
 * @param reminders what to tell whoever starts it, such as migrations that are not applied: asked within a work, a
 *     sentence each
 * @param instances how many servers of this project share the databases
 * @param settings the names of the settings that do not come from the code, each with where it comes from
 * @param problems what is wrong with its apps, a sentence each
 * @param remarks what is not wrong but looks so, a sentence each
 */
public record Site(
        Databases databases,
        Handler handler,
        Failures failures,
        ServerSettings server,
        ManagementSettings management,
        Action<Exception> start,
        Block<List<String>, Exception> reminders,
        int instances,
        List<String> settings,
        List<String> problems,
        List<String> remarks) {

    /** Copies the lists. */
    public Site {
        settings = List.copyOf(settings);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }

    /** The same site, its requests answered by something else. */
    public Site with(Handler other) {
        return new Site(
                databases,
                other,
                failures,
                server,
                management,
                start,
                reminders,
                instances,
                settings,
                problems,
                remarks);
    }
}
