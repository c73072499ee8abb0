package nuages.web.template.pebble;

/**
 * The beginning of a URL in an attribute, as far as it is known when a template is read: whoever could fill what stands in
 * front of its first colon could make a script of it. One thread uses it.
 */
final class UrlHead {
    private String written = "";
    private boolean printed;
    private boolean varies;
    private boolean settled;
    private boolean script;
    private boolean schemePrinted;

    /** In front of the value of an attribute; one that is no URL cannot be a script. */
    static UrlHead of(boolean url) {
        var head = new UrlHead();
        head.settled = !url;
        return head;
    }

    UrlHead copy() {
        var copy = new UrlHead();
        copy.written = written;
        copy.printed = printed;
        copy.varies = varies;
        copy.settled = settled;
        copy.script = script;
        copy.schemePrinted = schemePrinted;
        return copy;
    }

    /** Goes on behind what the author wrote. */
    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            read(text.charAt(i));
        }
    }

    void read(char c) {
        if (settled) {
            return;
        }
        if (Character.isLetter(c) || c <= ' ') {
            written += c;
            return;
        }
        settled = true;
        if (c == ':') {
            schemePrinted = printed;
            script |= !printed && SafeUrl.isScript(written + c);
        }
    }

    /** Goes on behind something of which nothing is known. */
    void print() {
        printed |= !settled;
    }

    /** Goes on behind one of several texts of the author's. */
    void vary() {
        varies |= !settled;
    }

    /** Goes on behind a path, or a URL with a scheme of the site's own. */
    void settle() {
        settled = true;
    }

    /** Goes on behind what may also have stood here. */
    void or(UrlHead other) {
        script |= other.script;
        if (other.settled) {
            return;
        }
        boolean both = !settled;
        printed = other.printed || (both && printed);
        varies = other.varies || (both && (varies || !written.equals(other.written)));
        written = other.written;
        settled = false;
    }

    /** What the author wrote in front of the first value. */
    String written() {
        return written;
    }

    /** Whether a colon made a scheme of what was printed. */
    boolean schemePrinted() {
        return schemePrinted;
    }

    /** What a value would be that is printed next. */
    Place place() {
        if (script) {
            return Place.HANDLER;
        }
        if (settled) {
            return Place.TEXT;
        }
        return printed || varies ? Place.JOINED : Place.URL;
    }
}
