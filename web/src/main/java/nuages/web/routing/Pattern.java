package nuages.web.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path with places for values, such as {@code /polls/{id}/}, taken apart; or what is wrong with it.
 *
 * @param slash whether it ends with one
 */
record Pattern(List<Piece> pieces, boolean slash, List<String> problems) {
    /** One segment. */
    sealed interface Piece {}

    /** A segment that is as it is written. */
    record Literal(String text) implements Piece {}

    /** A segment, or with a parameter that spans segments several, that is a value. */
    record Slot(String name, Param<?> param) implements Piece {}

    static Pattern parse(String written, List<? extends Param<?>> params) {
        return new Parser(params).parse(written);
    }

    /** Goes through a pattern once, and gathers whatever is wrong. */
    private static final class Parser {
        private final List<? extends Param<?>> params;
        private final List<Piece> pieces = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private int slots;

        private Parser(List<? extends Param<?>> params) {
            this.params = params;
        }

        private Pattern parse(String written) {
            boolean slash = written.endsWith("/");
            if (!written.isEmpty() && !written.startsWith("/")) {
                problems.add("it does not begin with a slash: write \"/" + written + "\"");
            } else if (written.length() > 1) {
                String inner = written.substring(1, written.length() - (slash ? 1 : 0));
                for (String segment : inner.split("/", -1)) {
                    piece(segment);
                }
            }
            if (problems.isEmpty() && slots != params.size()) {
                problems.add("places in braces: " + slots + ", parameters: " + params.size()
                        + "; they are matched in order, so give one for each");
            }
            return new Pattern(List.copyOf(pieces), slash, List.copyOf(problems));
        }

        private void piece(String segment) {
            String problem = segment.startsWith("{") && segment.endsWith("}")
                    ? slotProblem(segment.substring(1, segment.length() - 1))
                    : literalProblem(segment);
            if (problem != null) {
                problems.add(problem);
            }
        }

        private @Nullable String slotProblem(String name) {
            Param<?> param = slots < params.size() ? params.get(slots) : Param.STRING;
            boolean afterSpan = isAfterSpan();
            slots++;
            pieces.add(new Slot(name, param));
            if (afterSpan) {
                return afterSpanProblem();
            }
            if (name.isEmpty() || !name.chars().allMatch(Character::isJavaIdentifierPart)) {
                return "\"{" + name + "}\" is not a name in braces: use letters and digits, as in {id}";
            }
            return names.add(name) ? null : "{" + name + "} is there twice: name each value differently";
        }

        private @Nullable String literalProblem(String text) {
            boolean afterSpan = isAfterSpan();
            pieces.add(new Literal(text));
            if (text.isEmpty()) {
                return "there is nothing between two slashes: write one slash";
            }
            if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
                return "\"" + text
                        + "\" has braces that do not span the segment: a value takes all between two slashes";
            }
            if (text.equals(".") || text.equals("..") || text.chars().anyMatch(Pattern::isNeverInPath)) {
                return "\"" + text + "\" is never part of a decoded path: write it decoded, without ? and #";
            }
            return afterSpan ? afterSpanProblem() : null;
        }

        private boolean isAfterSpan() {
            return !pieces.isEmpty()
                    && pieces.getLast() instanceof Slot slot
                    && slot.param().spansSegments();
        }

        private static String afterSpanProblem() {
            return "something follows a path parameter, which takes all that is left: move that parameter to the end";
        }
    }

    private static boolean isNeverInPath(int c) {
        return c == '?' || c == '#' || c == '%' || Character.isISOControl(c);
    }
}
