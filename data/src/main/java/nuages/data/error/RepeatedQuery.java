package nuages.data.error;

/** A line of code asked for rows one by one, where one query could have fetched them all. */
public final class RepeatedQuery extends NuagesException {
    private static final long serialVersionUID = 1;

    /** Says which line, and how to ask for all. */
    public RepeatedQuery(String message) {
        super(message, null);
    }
}
