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
    private static final String NEVER = "\" is never part of a decoded path: write it decoded, without ? and #";

    /** One segment. */
    sealed interface Piece {}

    /** A segment that is as it is written. */
    record Literal(String text) implements Piece {}

    /**
     * A segment, or with a parameter that spans segments several, that is a value.
     *
     * @param before text of the segment in front of the value, perhaps none
     * @param after text behind it
     */
    record Slot(String before, String name, String after, Param<?> param) implements Piece {}

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
            int open = segment.indexOf('{');
            int close = segment.indexOf('}', open + 1);
            String problem = open < 0 || close < 0
                    ? literalProblem(segment)
                    : slotProblem(
                            segment.substring(0, open),
                            segment.substring(open + 1, close),
                            segment.substring(close + 1));
            if (problem != null) {
                problems.add(problem);
            }
        }

        private @Nullable String slotProblem(String before, String name, String after) {
            Param<?> param = slots < params.size() ? params.get(slots) : Param.STRING;
            boolean afterSpan = isAfterSpan();
            slots++;
            pieces.add(new Slot(before, name, after, param));
            if (afterSpan) {
                return afterSpanProblem();
            }
            if (name.isEmpty() || !name.chars().allMatch(Character::isJavaIdentifierPart)) {
                return "\"{" + name + "}\" is not a name in braces: use letters and digits, as in {id}";
            }
            if (hasBraces(before) || hasBraces(after)) {
                return "\"" + before + "{" + name + "}" + after + "\" has more than one value or lone braces: a"
                        + " segment has one value, perhaps with text before"
                        + " and behind it; read others with a Param of your"
                        + " own";
            }
            if ((before + after).chars().anyMatch(Pattern::isNeverInPath)) {
                return "\"" + before + after + NEVER;
            }
            if (param.spansSegments() && !(before + after).isEmpty()) {
                return "{" + name + "} takes whole segments, so nothing can stand beside it: \"" + before + after
                        + "\"";
            }
            return names.add(name) ? null : "{" + name + "} is there twice: name each value differently";
        }

        private @Nullable String literalProblem(String text) {
            boolean afterSpan = isAfterSpan();
            pieces.add(new Literal(text));
            if (text.isEmpty()) {
                return "there is nothing between two slashes: write one slash";
            }
            if (hasBraces(text)) {
                return "\"" + text + "\" has lone braces: a value is written as {id}";
            }
            if (text.equals(".") || text.equals("..") || text.chars().anyMatch(Pattern::isNeverInPath)) {
                return "\"" + text + NEVER;
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

    private static boolean hasBraces(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    private static boolean isNeverInPath(int c) {
        return c == '?' || c == '#' || c == '%' || Character.isISOControl(c);
    }
}
