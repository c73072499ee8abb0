package nuages.project.inspection;

import java.util.ArrayList;
import java.util.List;
import nuages.data.schema.Column;

/**
 * A field of a model to be written.
 *
 * @param column what it is for
 * @param type its type, with its class where it may be null
 * @param parameters what stands between its angle brackets; empty if it has none
 * @param inherited whether the class that the model extends has it
 */
record FieldDraft(
        String name, Column column, ValueType type, List<String> parameters, List<Mark> marks, boolean inherited) {
    /** Texts begin empty, as they do in Django; for all others nobody but the user can know what is meant. */
    boolean beginsEmpty() {
        return type.name().equals("String")
                && !column.nullable()
                && column.defaultSql() == null
                && column.generated() == null
                && marks.stream()
                        .noneMatch(
                                it -> it.type().endsWith(".Json") || it.type().endsWith(".Text.IpAddress"));
    }

    /** The same with an index of its own. */
    FieldDraft indexed() {
        var more = new ArrayList<>(marks);
        more.addFirst(Mark.ours("Index", ""));
        return new FieldDraft(name, column, type, parameters, more, inherited);
    }
}
