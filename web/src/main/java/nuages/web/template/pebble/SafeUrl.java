package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import org.jspecify.annotations.Nullable;

/**
 * A value that is printed as a URL: one that would run as a script leads nowhere instead.
 *
 * @param written what the author wrote in front of it
 */
record SafeUrl(String written, Expression<?> expression) implements Expression<@Nullable Object> {
    private static final String NOWHERE = "about:invalid";
    private static final int LONGEST = "javascript".length();

    @Override
    public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        Object value = expression.evaluate(self, context);
        return value != null && isScript(url(value.toString())) ? NOWHERE : value;
    }

    private String url(String printed) {
        return written.isEmpty() ? printed : written + printed;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        expression.accept(visitor);
    }

    @Override
    public int getLineNumber() {
        return expression.getLineNumber();
    }

    /** By its scheme, within which browsers pass over tabs, line ends and, in front of it, all that is blank. */
    static boolean isScript(String url) {
        var scheme = new StringBuilder(LONGEST);
        for (int i = 0; i < url.length() && scheme.length() <= LONGEST; i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return "javascript".contentEquals(scheme) || "vbscript".contentEquals(scheme);
            }
            if (Character.isLetter(c)) {
                scheme.append(Character.toLowerCase(c));
            } else if (c > ' ') {
                return false;
            }
        }
        return false;
    }
}
