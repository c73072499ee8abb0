package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import nuages.web.template.Markup;

/** HTML that is not escaped again, and that other filters get as what it is. */
final class SafeText extends SafeString {
    SafeText(String html) {
        super(html);
    }

    /** What the functions of a site know instead. */
    Markup markup() {
        return new Markup(toString());
    }
}
