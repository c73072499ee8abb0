package nuages.web.routing;

import java.util.List;
import nuages.data.error.NuagesException;

/** Routes that contradict each other or cannot be read: all of them together, each with its file and line. */
public final class InvalidRoutes extends NuagesException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidRoutes(List<String> problems) {
        super(
                "the routes have " + problems.size() + (problems.size() == 1 ? " mistake" : " mistakes")
                        + ", so the site cannot start:\n  " + String.join("\n  ", problems),
                null);
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
