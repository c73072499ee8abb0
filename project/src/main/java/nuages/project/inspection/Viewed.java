package nuages.project.inspection;

import java.util.List;
import nuages.data.schema.Column;
import nuages.data.schema.Table;

/** Views: tables without a key, while rows of a model have one. */
final class Viewed {
    private static final String USUAL = "id";

    private Viewed() {}

    /** The view with a key: the column that keys usually are, or the first one. */
    static Table withKey(Table view) {
        var key = view.column(USUAL).orElseGet(() -> view.columns().getFirst());
        var columns = view.columns().stream()
                .map(it -> it.equals(key) ? Column.of(it.name(), it.type()) : it)
                .toList();
        return new Table(view.name(), columns, List.of(key.name()), List.of(), List.of(), List.of(), view.comment());
    }

    /** What a reader of the model has to look after. */
    static String remark(Table view) {
        return "it is a view, which has no key: column \"" + view.primaryKey().getFirst()
                + "\" was taken for one; it has to be another one in each row, and never null.";
    }
}
