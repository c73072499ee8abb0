package nuages.web.form;

import java.util.List;
import nuages.web.http.Parameters;
import nuages.web.http.Request;

/**
 * What a visitor sent, as the fields of one form see it. For use by one thread.
 *
 * @param prefix what the names of the fields begin with; empty for nothing
 * @param found rows that were looked up already
 */
record Sent(Parameters texts, String prefix, Found found) {
    static Sent of(Request request, String prefix) {
        return of(request.form(), prefix);
    }

    static Sent of(Parameters texts, String prefix) {
        return new Sent(texts, prefix, new Found());
    }

    /** The same for a form within. */
    Sent within(String inner) {
        return new Sent(texts, inner, found);
    }

    /** What was sent for a field. */
    Entry entry(FormField field) {
        return Intake.read(field, values(field.name()), found);
    }

    /** The texts that were sent for a field. */
    List<String> values(String name) {
        return texts.values(nameOf(prefix, name));
    }

    /** The name that a field is sent by. */
    static String nameOf(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "-" + name;
    }
}
