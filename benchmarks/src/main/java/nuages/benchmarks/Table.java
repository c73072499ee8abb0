package nuages.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Rows of text, as wide as they need to be. One thread uses it. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    /** Adds a row; decimals are shown with two places. */
    void row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(cell instanceof Double number ? "%.2f".formatted(number) : String.valueOf(cell));
        }
        rows.add(row);
    }

    /** The first column to the left, the others to the right. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var row : rows) {
            for (int column = 0; column < row.size(); column++) {
                text.append(column == 0 ? "| " : " | ")
                        .append(("%" + (column == 0 ? "-" : "") + width(column) + "s").formatted(row.get(column)));
            }
            text.append(" |\n");
            if (row == rows.getFirst()) {
                rule(text);
            }
        }
        return text.toString();
    }

    private void rule(StringBuilder text) {
        for (int column = 0; column < rows.getFirst().size(); column++) {
            text.append('|')
                    .append("-".repeat(width(column) + (column == 0 ? 2 : 1)))
                    .append(column == 0 ? "" : ":");
        }
        text.append("|\n");
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(1);
    }
}
