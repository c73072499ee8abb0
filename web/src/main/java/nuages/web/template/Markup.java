package nuages.web.template;

/**
 * Text that is HTML already, and that no template escapes. Whoever makes one has escaped what came from outside.
 *
 * @param html the HTML
 */
public record Markup(String html) {
    /** The HTML. */
    @Override
    public String toString() {
        return html;
    }
}
