package nuages.web.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a function or a filter is called with. One thread uses it.
 *
 * @param arguments those without a name, in order
 * @param named those with one
 * @param locale the language of the page
 * @param from the request that is answered; null if the template is rendered for something else, such as a mail
 */
public record Call(
        List<@Nullable Object> arguments,
        Map<String, @Nullable Object> named,
        Locale locale,
        @Nullable Request from) {

    /**
     * The request that is answered.
     *
     * @throws IllegalStateException if there is none
     */
    public Request request() {
        if (from == null) {
            throw new IllegalStateException("there is no request, as this template is not rendered to answer one: leave"
                    + " out what needs a request, or render it with one");
        }
        return from;
    }

    /** The argument at that place, beginning with 0; null if it is null. */
    public @Nullable Object argument(int place) {
        if (place >= arguments.size()) {
            throw new IllegalArgumentException("there are " + arguments.size() + " arguments, and the "
                    + (place == 0 ? "first" : "one at place " + (place + 1)) + " is missing: add it");
        }
        return arguments.get(place);
    }

    /** The argument at that place or of that name. */
    public Optional<Object> optional(int place, String name) {
        return Optional.ofNullable(place < arguments.size() ? arguments.get(place) : named.get(name));
    }

    /** The argument at that place, as text. */
    public String text(int place) {
        return String.valueOf(argument(place));
    }

    /** The argument at that place, as text, or what it is if there is none. */
    public String text(int place, String otherwise) {
        return place < arguments.size() ? String.valueOf(arguments.get(place)) : otherwise;
    }

    /** The argument at that place, as a whole number, or what it is if there is none. */
    public int number(int place, int otherwise) {
        if (place >= arguments.size()) {
            return otherwise;
        }
        if (arguments.get(place) instanceof Number number) {
            return number.intValue();
        }
        try {
            return Integer.parseInt(text(place).strip());
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("\"" + text(place) + "\" is no whole number: write one", notOne);
        }
    }
}
