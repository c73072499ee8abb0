package nuages.data.syntax;

import java.util.ArrayList;
import java.util.List;

/** A value that each kind of database wants to have in words of its own. */
public sealed interface Worded {
    /** What a text is compared with. */
    record Pattern(Matching matching, boolean anyCase, String text) implements Worded {
        boolean beyondAscii() {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) > '\u007f') {
                    return true;
                }
            }
            return false;
        }

        /** For {@code like}. */
        String like(String escape) {
            var like = text.replace(escape, escape + escape)
                    .replace("%", escape + "%")
                    .replace("_", escape + "_");
            return around(like, '%');
        }

        /** For {@code glob}. */
        String glob() {
            return around(text.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]"), '*');
        }

        private String around(String escaped, char any) {
            return switch (matching) {
                case CONTAINS -> any + escaped + any;
                case STARTS -> escaped + any;
                case ENDS -> any + escaped;
                case EQUAL, REGEX -> text;
            };
        }
    }

    /** The way to a value within JSON: names, and positions from 0, or from -1 at the end. */
    record Steps(List<Object> steps) implements Worded {
        /** As MariaDB and SQLite say it, with what stands before the number of a position from the end. */
        String path(String end) {
            var path = new StringBuilder("$");
            for (var step : steps) {
                if (step instanceof Integer position) {
                    path.append('[')
                            .append(position < 0 ? end : "")
                            .append(position)
                            .append(']');
                } else {
                    path.append(".\"").append(quoted(step)).append('"');
                }
            }
            return path.toString();
        }

        /** As PostgreSQL says it: names are of objects only, and positions of lists. */
        String jsonPath() {
            var path = new StringBuilder("strict $");
            for (var step : steps) {
                switch (step) {
                    case Integer position
                    when position < 0 ->
                        path.append("[last - ").append(-1L - position).append(']');
                    case Integer position -> path.append('[').append(position).append(']');
                    default -> path.append(".\"").append(quoted(step)).append('"');
                }
            }
            return path.toString();
        }

        /** What stands there within JSON. */
        public Node.JsonPath in(Node json, JsonType type) {
            return new Node.JsonPath(json, Node.Value.of(this), lists(), type);
        }

        /** The ways to those values that must be lists, since the next step is a position. */
        private List<Node.Value> lists() {
            var lists = new ArrayList<Node.Value>();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Integer) {
                    lists.add(Node.Value.of(new Steps(steps.subList(0, i))));
                }
            }
            return lists;
        }

        private static String quoted(Object name) {
            return name.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }
}
