package nuages.testing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nuages.web.http.Status;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Checks of a {@link Reply}. */
public final class ReplyAssert extends AbstractAssert<ReplyAssert, Reply> {
    private static final int SHOWN = 1000;

    ReplyAssert(Reply reply) {
        super(reply, ReplyAssert.class);
    }

    /** It has that status. */
    public ReplyAssert hasStatus(Status status) {
        return hasStatus(status.code());
    }

    /** It has that status. */
    public ReplyAssert hasStatus(int code) {
        if (actual.status().code() != code) {
            fail("status " + code);
        }
        return this;
    }

    /** It is 200. */
    public ReplyAssert isOk() {
        return hasStatus(Status.OK);
    }

    /** It is 404. */
    public ReplyAssert isNotFound() {
        return hasStatus(Status.NOT_FOUND);
    }

    /** It is 403. */
    public ReplyAssert isForbidden() {
        return hasStatus(Status.FORBIDDEN);
    }

    /** It sends the client to that path or URL, as it stands in the header; any redirect will do. */
    public ReplyAssert redirectsTo(String location) {
        if (!actual.redirects() || !actual.location().orElse("").equals(location)) {
            fail("a redirect to " + location);
        }
        return this;
    }

    /** Its body has that text in it. In a page, markup is as it was sent: an ampersand is escaped. */
    public ReplyAssert contains(String text) {
        if (!actual.text().contains(text)) {
            fail("a body that contains \"" + text + "\"");
        }
        return this;
    }

    /** Its body does not have that text in it. */
    public ReplyAssert doesNotContain(String text) {
        if (actual.text().contains(text)) {
            fail("a body that does not contain \"" + text + "\"");
        }
        return this;
    }

    /** Its body has that text in it so many times. */
    public ReplyAssert contains(int times, String text) {
        var body = actual.text();
        int found = 0;
        for (int at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + Math.max(1, text.length()))) {
            found++;
        }
        if (found != times) {
            fail("a body that contains \"" + text + "\" " + times + " times, not " + found + " times");
        }
        return this;
    }

    /** Its body is that text. */
    public ReplyAssert hasText(String text) {
        if (!actual.text().equals(text)) {
            fail("the body \"" + text + "\"");
        }
        return this;
    }

    /** A template of that name is among those that it was made of, such as {@code polls/index}, or {@code polls/index#rows}. */
    public ReplyAssert usesTemplate(String name) {
        if (!actual.templates().contains(Renderings.whole(name))) {
            fail("the template " + name + ", not " + actual.templates());
        }
        return this;
    }

    /**
     * The forms in its templates say exactly that of a field, which is called as it is sent; without problems, nothing.
     *
     * @param field such as {@code choices}, {@code rows-0-text} in a set of forms; empty for a form as a whole
     */
    public ReplyAssert hasFormErrors(String field, String... problems) {
        var all = new LinkedHashMap<String, Set<String>>(); // what a form says, a part of it that is shown says again
        actual.forms()
                .forEach(form -> form.problems()
                        .forEach((name, found) -> all.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                                .addAll(found)));
        if (actual.forms().isEmpty()) {
            fail("a template with a form, not " + actual.templates());
        }
        if (!List.copyOf(all.getOrDefault(field, Set.of())).equals(List.of(problems))) {
            fail("a form with " + List.of(problems) + " at \"" + field + "\", not " + all);
        }
        return this;
    }

    /** It has that header with that value. */
    public ReplyAssert hasHeader(String name, String value) {
        if (!actual.headers().all(name).contains(value)) {
            fail("the header " + name + ": " + value);
        }
        return this;
    }

    /** It has no such header. */
    public ReplyAssert hasNoHeader(String name) {
        if (actual.headers().has(name)) {
            fail("no header " + name);
        }
        return this;
    }

    /** It sets that cookie. */
    public ReplyAssert setsCookie(String name) {
        if (actual.headers().all("Set-Cookie").stream().noneMatch(it -> it.startsWith(name + "="))) {
            fail("a cookie " + name);
        }
        return this;
    }

    /** It sets no cookie. */
    public ReplyAssert setsNoCookie() {
        return hasNoHeader("Set-Cookie");
    }

    /**
     * Its JSON has that value there: text, a number, a boolean, a list, a map or null.
     *
     * @param pointer a JSON pointer of RFC 6901, such as {@code /questions/0/text}; empty is all of it
     */
    public ReplyAssert hasJson(String pointer, @Nullable Object value) {
        var json = actual.bytes();
        if (!TestJson.has(json, pointer)) {
            fail("JSON with a value at " + pointer);
        }
        var found = TestJson.at(json, pointer);
        if (!Objects.equals(found, plain(value))) {
            fail("JSON with " + value + " at " + pointer + ", not " + found);
        }
        return this;
    }

    /** The site ran that many statements to answer. */
    public ReplyAssert hasStatements(int count) {
        if (actual.statements().size() != count) {
            failWithMessage(
                    "%s%nwas expected to take %d statements, and took %d:%n%s",
                    actual, count, actual.statements().size(), String.join("\n", actual.statements()));
        }
        return this;
    }

    /** What a value reads as after it has been JSON. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value == null ? null : TestJson.at(TestJson.write(value), "");
    }

    private void fail(String expected) {
        var text = actual.text();
        failWithMessage(
                "%s%nwas expected to have %s. It has%n%s%n%n%s",
                actual, expected, actual.headers(), text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text);
    }
}
