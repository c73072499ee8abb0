package nuages.data.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nuages.data.schema.Column;
import nuages.data.schema.Constraint;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Table;
import org.jspecify.annotations.Nullable;

/** A table while it is being read; one thread's. */
final class Draft {
    final String name;
    final Map<String, Column> columns = new LinkedHashMap<>();
    final List<String> primaryKey = new ArrayList<>();
    final List<ForeignKey> foreignKeys = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();

    @Nullable
    String comment;

    Draft(String name) {
        this.name = name;
    }

    void add(Column column) {
        columns.put(column.name(), column);
    }

    /** A column of a view, of which its name and its type are known. */
    void addViewed(Column column) {
        add(Column.of(column.name(), column.type()).asNullable());
    }

    Column column(String wanted) {
        var found = columns.get(wanted);
        if (found == null) {
            throw new IllegalStateException("table \"" + name + "\" has no column \"" + wanted
                    + "\" though it was read with one: this is a bug, report it with the table's definition");
        }
        return found;
    }

    void change(String column, UnaryOperator<Column> change) {
        columns.computeIfPresent(column, (_, it) -> change.apply(it));
    }

    Table table() {
        foreignKeys.sort(Comparator.comparing(ForeignKey::name));
        indexes.sort(Comparator.comparing(Index::name));
        constraints.sort(Comparator.comparing(Constraint::name));
        return new Table(name, List.copyOf(columns.values()), primaryKey, foreignKeys, indexes, constraints, comment);
    }

    /** What is not there and what is empty are the same. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
