package nuages.data.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nuages.data.schema.Table;

/** What all catalogs do with rows. */
final class Drafts {
    private Drafts() {}

    /** Rows that are equal in this, in their order. */
    static <T> List<List<T>> groups(List<T> rows, Function<T, String> by) {
        var groups = new LinkedHashMap<String, List<T>>();
        rows.forEach(it ->
                groups.computeIfAbsent(by.apply(it), _ -> new ArrayList<>()).add(it));
        return List.copyOf(groups.values());
    }

    /** The table of a row; one that came between two queries is read into a draft that nobody finishes. */
    static Draft of(Map<String, Draft> drafts, String table) {
        var draft = drafts.get(table);
        return draft == null ? new Draft(table) : draft;
    }

    static List<Table> finished(Map<String, Draft> drafts) {
        return drafts.values().stream()
                .map(Draft::table)
                .sorted(Comparator.comparing(Table::name))
                .toList();
    }
}
