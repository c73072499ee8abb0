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
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("not a cell for each of " + rows.getFirst());
        }
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
        line(text, rows.getFirst());
        rule(text);
        rows.subList(1, rows.size()).forEach(row -> line(text, row));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            var format = "%" + (column == 0 ? "-" : "") + width(column) + "s";
            text.append("| ").append(format.formatted(row.get(column))).append(' ');
        }
        text.append("|\n");
    }

    private void rule(StringBuilder text) {
        for (int column = 0; column < rows.getFirst().size(); column++) {
            var dashes = "-".repeat(width(column) + 1);
            text.append('|').append(dashes).append(column == 0 ? '-' : ':');
        }
        text.append("|\n");
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }
}
