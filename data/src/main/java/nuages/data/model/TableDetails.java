package nuages.data.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;
import nuages.data.schema.Names;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of its table as a whole. Immutable; threads share it.
 *
 * @param app the app it belongs to
 * @param name the table's name
 * @param label what people call a row
 * @param plural what people call several
 * @param comment what the database keeps for its readers
 * @param managed whether it is ours to create, change and drop
 * @param indexes those that the model lists; fields and references have more
 * @param constraints those that the model lists
 * @param links the tables between this one and others
 */
public record TableDetails(
        String app,
        String name,
        String label,
        String plural,
        @Nullable String comment,
        boolean managed,
        List<Index> indexes,
        List<Constraint> constraints,
        List<ManyToManyField.Link> links) {
    /** Stands for the name of an index or constraint that is made of its table and columns. */
    public static final String UNNAMED = "(made of table and columns)";

    /** Copies the lists. */
    public TableDetails {
        indexes = List.copyOf(indexes);
        constraints = List.copyOf(constraints);
        links = List.copyOf(links);
    }

    /** A table with nothing special. */
    public static TableDetails of(String app, String name, String label, String plural) {
        return new TableDetails(app, name, label, plural, null, true, List.of(), List.of(), List.of());
    }

    /** The same with a comment. */
    public TableDetails commented(String text) {
        return new TableDetails(app, name, label, plural, text, managed, indexes, constraints, links);
    }

    /** The same, which belongs to somebody else. */
    public TableDetails unmanaged() {
        return new TableDetails(app, name, label, plural, comment, false, indexes, constraints, links);
    }

    /** The same with one more index. */
    public TableDetails with(Index index) {
        var all = new ArrayList<>(indexes);
        all.add(index.name().equals(UNNAMED) ? named(index) : index);
        return new TableDetails(app, name, label, plural, comment, managed, all, constraints, links);
    }

    /** The same with one more index of columns; one with a minus before it is in falling order. */
    public TableDetails index(String... columns) {
        return with(Index.of(
                UNNAMED,
                Arrays.stream(columns)
                        .map(it -> it.startsWith("-")
                                ? Part.column(it.substring(1)).down()
                                : Part.column(it))
                        .toList()));
    }

    /** The same with one more constraint, that no two rows have the same values in all these columns. */
    public TableDetails unique(String... columns) {
        return with(Unique.of(UNNAMED, columns));
    }

    private Index named(Index index) {
        var columns = index.parts().stream()
                .map(it -> it.descending() ? "-" + it.text() : it.text())
                .toList();
        return new Index(
                Names.listedIndex(name, columns), index.parts(), index.method(), index.condition(), index.include());
    }

    /** The same with one more constraint. */
    public TableDetails with(Constraint constraint) {
        var all = new ArrayList<>(constraints);
        all.add(constraint);
        return new TableDetails(app, name, label, plural, comment, managed, indexes, all, links);
    }

    /** The same with one more table between this one and another. */
    public TableDetails with(ManyToManyField.Link link) {
        var all = new ArrayList<>(links);
        all.add(link);
        return new TableDetails(app, name, label, plural, comment, managed, indexes, constraints, all);
    }
}
