package nuages.message;

import nuages.web.http.Html;
import nuages.web.template.Markup;

/**
 * Something that a visitor is told once.
 *
 * @param level how much it matters
 * @param text what it says
 * @param extraTags classes for style sheets besides the level's, with blanks between; empty if there are none
 * @param safe whether the text is HTML already
 */
public record Message(Level level, String text, String extraTags, boolean safe) {
    /** A message of plain text. */
    public static Message of(Level level, String text) {
        return new Message(level, text, "", false);
    }

    /** A message of HTML. Whoever makes one has escaped what came from outside. */
    public static Message of(Level level, Markup html) {
        return new Message(level, html.html(), "", true);
    }

    /** The same message with classes for style sheets, with blanks between. */
    public Message tagged(String tags) {
        return new Message(level, text, tags, safe);
    }

    /** All its classes for style sheets, such as {@code big success}. */
    public String tags() {
        return extraTags.isEmpty() ? level.tag() : extraTags + " " + level.tag();
    }

    /** What it says, as HTML. */
    public Markup html() {
        return new Markup(safe ? text : Html.escape(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
