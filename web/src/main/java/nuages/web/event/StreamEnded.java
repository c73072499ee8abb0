package nuages.web.event;

import nuages.data.error.NuagesException;

/** A stream of events is over: its client has left, or the server ends. Let it pass: the server expects it. */
public final class StreamEnded extends NuagesException {
    private static final long serialVersionUID = 1L;

    StreamEnded() {
        super(
                "this stream of events is over, as its client left or the server ends: let this exception pass, and"
                        + " give back in a finally block what the stream needed",
                null);
    }
}
