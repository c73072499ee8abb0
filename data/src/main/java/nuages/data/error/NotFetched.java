package nuages.data.error;

/** Something was asked for that no query has fetched, in a place that never queries. */
public final class NotFetched extends NuagesException {
    private static final long serialVersionUID = 1;

    /** Says what was not fetched, and how to fetch it. */
    public NotFetched(String message) {
        super(message, null);
    }
}
