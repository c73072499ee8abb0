package nuages.web.template.pebble;

import java.util.Locale;

/**
 * Reads HTML as far as it stands in a template, to know in what place a value would be printed. It follows the states of the
 * tokenizer of the HTML standard, section 13.2.5, without what is of no matter here. One thread uses it.
 */
final class HtmlReader {
    private static final int DASHES = 2;

    private enum State {
        TEXT,
        TAG_OPEN,
        TAG_NAME,
        BETWEEN,
        NAME,
        BEFORE_VALUE,
        DOUBLE,
        SINGLE,
        UNQUOTED,
        DECLARATION,
        COMMENT,
        RAW
    }

    private State state = State.TEXT;
    private String element = "";
    private String attribute = "";

    /** What has been read of the attribute's value. */
    private UrlHead head = UrlHead.of(false);

    /** What was read since the last turn that matters: a name, what may be an end tag, what follows an exclamation mark. */
    private String read = "";

    /** One that goes on from here. */
    HtmlReader copy() {
        var copy = new HtmlReader();
        copy.state = state;
        copy.element = element;
        copy.attribute = attribute;
        copy.head = head.copy();
        copy.read = read;
        return copy;
    }

    /** Goes on where another may also have ended. */
    void or(HtmlReader other) {
        if (state == other.state && attribute.equals(other.attribute)) {
            head.or(other.head);
        }
    }

    /** The attribute's value up to here. */
    UrlHead head() {
        return head;
    }

    void read(char[] text) {
        for (char c : text) {
            read(c);
        }
    }

    /** Goes on behind a value, of which nothing is known but that it has no markup of its own. */
    void readValue() {
        state = switch (state) {
            case TAG_OPEN -> State.TAG_NAME;
            case BETWEEN -> State.NAME;
            case BEFORE_VALUE -> State.UNQUOTED;
            default -> state;
        };
    }

    /** The place where the next character stands. */
    Place place() {
        return switch (state) {
            case TEXT, DECLARATION, COMMENT -> Place.TEXT;
            case TAG_OPEN, TAG_NAME, BETWEEN, NAME -> Place.TAG;
            case BEFORE_VALUE, UNQUOTED -> Place.UNQUOTED;
            case DOUBLE, SINGLE -> Place.ofAttribute(attribute, head);
            case RAW -> Place.within(element);
        };
    }

    private void read(char c) {
        switch (state) {
            case TEXT -> turn(c == '<' ? State.TAG_OPEN : State.TEXT);
            case TAG_OPEN -> tagOpen(c);
            case TAG_NAME -> name(c);
            case BETWEEN, NAME -> attribute(c);
            case BEFORE_VALUE -> beforeValue(c);
            case DOUBLE -> value(c, '"');
            case SINGLE -> value(c, '\'');
            case UNQUOTED -> unquoted(c);
            case DECLARATION -> declaration(c);
            case COMMENT -> comment(c);
            case RAW -> raw(c);
        }
    }

    private void turn(State next) {
        state = next;
        read = "";
    }

    private void tagOpen(char c) {
        if (c == '!' || c == '?') {
            turn(State.DECLARATION);
        } else if (c == '/' || Character.isLetter(c)) {
            turn(State.TAG_NAME);
            read = String.valueOf(c);
        } else {
            turn(c == '<' ? State.TAG_OPEN : State.TEXT);
        }
    }

    private void name(char c) {
        if (isSpace(c) || (c == '/' && read.length() > 1) || c == '>') {
            element = read.toLowerCase(Locale.ROOT);
            turn(State.BETWEEN);
            attribute(c);
        } else {
            read += c;
        }
    }

    private void attribute(char c) {
        if (c == '>') {
            end();
        } else if (c == '=' && !read.isEmpty()) {
            attribute = read.toLowerCase(Locale.ROOT);
            turn(State.BEFORE_VALUE);
        } else if (isSpace(c) || c == '/') {
            state = State.BETWEEN;
        } else {
            read = state == State.NAME ? read + c : String.valueOf(c);
            state = State.NAME;
        }
    }

    private void end() {
        turn(Place.isRaw(element) ? State.RAW : State.TEXT);
    }

    private void beforeValue(char c) {
        head = UrlHead.of(Place.isUrl(attribute));
        if (c == '"' || c == '\'') {
            state = c == '"' ? State.DOUBLE : State.SINGLE;
        } else if (c == '>') {
            end();
        } else if (!isSpace(c)) {
            state = State.UNQUOTED;
        }
    }

    private void value(char c, char end) {
        if (c == end) {
            turn(State.BETWEEN);
        } else {
            head.read(c);
        }
    }

    private void unquoted(char c) {
        if (c == '>') {
            end();
        } else if (isSpace(c)) {
            turn(State.BETWEEN);
        }
    }

    private void declaration(char c) {
        read += c;
        if (read.equals("--")) {
            turn(State.COMMENT);
            read = "--";
        } else if (c == '>') {
            turn(State.TEXT);
        }
    }

    private void comment(char c) {
        if (c == '>' && read.length() >= DASHES) {
            turn(State.TEXT);
        } else {
            read = c == '-' ? read + c : "";
        }
    }

    /** Within an element whose text is no markup, until its end tag. */
    private void raw(char c) {
        if (c == '<') {
            read = "<";
        } else if (!read.isEmpty()) {
            if (read.equalsIgnoreCase("</" + element) && (isSpace(c) || c == '/' || c == '>')) {
                element = "/" + element;
                turn(State.BETWEEN);
                attribute(c);
            } else {
                read = read.length() < element.length() + 2 ? read + c : "";
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
