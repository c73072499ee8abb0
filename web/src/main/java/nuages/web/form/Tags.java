package nuages.web.form;

import nuages.web.http.Html;

/** Markup in the making; everything that comes from outside is escaped. One thread uses it. */
final class Tags {
    private final StringBuilder out = new StringBuilder(256);

    /** Begins a tag, which {@link #end} closes. */
    Tags tag(String name) {
        out.append('<').append(name);
        return this;
    }

    /** An attribute of the tag that was begun. */
    Tags with(String attribute, String value) {
        out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Html.escape(value))
                .append('"');
        return this;
    }

    /** An attribute, unless its value is empty. */
    Tags withAny(String attribute, String value) {
        return value.isEmpty() ? this : with(attribute, value);
    }

    /** An attribute without a value, if it is wanted. */
    Tags flag(String attribute, boolean wanted) {
        if (wanted) {
            out.append(' ').append(attribute);
        }
        return this;
    }

    Tags end() {
        out.append('>');
        return this;
    }

    Tags text(String text) {
        out.append(Html.escape(text));
        return this;
    }

    /** The tag at the end of an element. */
    Tags close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** Markup that is ready. */
    Tags markup(String ready) {
        out.append(ready);
        return this;
    }

    Tags line() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
