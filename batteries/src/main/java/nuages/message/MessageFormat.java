package nuages.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages as lists of text and numbers, as Django writes them: {@code ["__json_message", 0, 20, "Saved.", "big"]}, where the
 * first number is 1 for HTML, the second one is the level, and what follows the text are the extra tags, if there are any.
 */
final class MessageFormat {
    private static final String MARK = "__json_message";
    private static final String UNFINISHED = "__messagesnotfinished__";
    private static final int LEAST = 4;

    private MessageFormat() {}

    /**
     * What was read.
     *
     * @param complete whether that is all there was to be kept
     */
    record Parsed(List<Message> messages, boolean complete) {}

    static List<Object> write(List<Message> messages, boolean complete) {
        var written = new ArrayList<Object>();
        messages.forEach(each -> written.add(write(each)));
        if (!complete) {
            written.add(UNFINISHED);
        }
        return written;
    }

    /** What is no message is passed over. */
    static Parsed parse(List<?> written) {
        var messages = new ArrayList<Message>();
        for (Object each : written) {
            if (each instanceof List<?> parts && isMessage(parts)) {
                messages.add(message(parts));
            }
        }
        return new Parsed(messages, !written.contains(UNFINISHED));
    }

    private static List<Object> write(Message message) {
        var parts = new ArrayList<Object>(
                List.of(MARK, message.safe() ? 1 : 0, message.level().number(), message.text()));
        if (!message.extraTags().isEmpty()) {
            parts.add(message.extraTags());
        }
        return parts;
    }

    private static boolean isMessage(List<?> parts) {
        return parts.size() >= LEAST
                && MARK.equals(parts.get(0))
                && parts.get(1) instanceof Number
                && parts.get(2) instanceof Number
                && parts.get(3) instanceof String;
    }

    private static Message message(List<?> parts) {
        String tags = parts.size() > LEAST && parts.get(LEAST) instanceof String text ? text : "";
        return new Message(
                Level.of(((Number) parts.get(2)).intValue()),
                (String) parts.get(3),
                tags,
                ((Number) parts.get(1)).intValue() != 0);
    }
}
