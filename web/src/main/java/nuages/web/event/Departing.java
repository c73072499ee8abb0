package nuages.web.event;

/** What a server's stream can do beside taking bytes: tell at once that nobody reads them any more. */
@FunctionalInterface
public interface Departing {
    /**
     * Runs something, soon and not for long, when the client has left or the server wants to end; at once if that has
     * happened already.
     */
    void whenGone(Runnable told);
}
