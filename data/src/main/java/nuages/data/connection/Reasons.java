package nuages.data.connection;

import nuages.data.error.WorkCancelled.Reason;

/** Why a work stops, in words. */
final class Reasons {
    private Reasons() {}

    static String say(Reason reason) {
        return switch (reason) {
            case CLIENT_LEFT -> "its client left";
            case DEADLINE -> "its deadline has passed";
            case HOLD_LIMIT -> "it held a connection for too long";
            case SHUTDOWN -> "the process is about to end";
            case INTERRUPTED -> "its thread was interrupted";
            case REQUESTED -> "it was cancelled";
        };
    }
}
