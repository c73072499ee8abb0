package nuages.web.http;

/** Text as a part of a page. */
public final class Html {
    private Html() {}

    /** The text such that a browser shows it as it is, within an element or within an attribute's quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
