package nuages.project.develop;

import java.util.ArrayList;
import java.util.List;

/**
 * What the compiler did not understand.
 *
 * @param file where, as people of the project call it; empty if it is nowhere in particular
 * @param line the line, from 1
 * @param column the column, from 1
 * @param message what the compiler says
 * @param excerpt lines of the file around that one
 */
record Mistake(String file, int line, int column, String message, List<Line> excerpt) {
    private static final int AROUND = 3;

    /**
     * A line of a file.
     *
     * @param number its number, from 1
     * @param text what it says
     */
    record Line(int number, String text) {}

    /** The lines around one, or none if there is no such line. */
    static List<Line> excerpt(List<String> lines, long line) {
        var around = new ArrayList<Line>();
        if (line >= 1 && line <= lines.size()) {
            int middle = (int) line;
            for (int number = Math.max(1, middle - AROUND);
                    number <= Math.min(lines.size(), middle + AROUND);
                    number++) {
                around.add(new Line(number, lines.get(number - 1)));
            }
        }
        return around;
    }

    /** Where it is, such as {@code src/main/java/polls/Poll.java:12}. */
    String place() {
        return line > 0 ? file + ":" + line : file;
    }

    /** As compilers write it: the place, the message, the line, and a mark below its column. */
    @Override
    public String toString() {
        var text = new StringBuilder(file.isEmpty() ? "" : place() + ": ").append(message);
        excerpt.stream()
                .filter(it -> it.number() == line)
                .findFirst()
                .ifPresent(it -> text.append('\n')
                        .append("    ")
                        .append(it.text().replace('\t', ' '))
                        .append('\n')
                        .append(" ".repeat(3 + Math.max(1, column)))
                        .append('^'));
        return text.toString();
    }
}
