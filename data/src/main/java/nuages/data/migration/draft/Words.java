package nuages.data.migration.draft;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nuages.data.migration.FieldOperation.AddField;
import nuages.data.migration.FieldOperation.AlterField;
import nuages.data.migration.FieldOperation.RemoveField;
import nuages.data.migration.FieldOperation.RenameField;
import nuages.data.migration.IndexOperation;
import nuages.data.migration.ModelOperation.AlterTable;
import nuages.data.migration.ModelOperation.CreateModel;
import nuages.data.migration.ModelOperation.DeleteModel;
import nuages.data.migration.ModelOperation.RenameModel;
import nuages.data.migration.Operation;
import nuages.data.migration.OtherOperation;

/** What a migration does, in a few words. */
final class Words {
    private static final int LONGEST = 52;
    private static final int TOLD = 3;

    private Words() {}

    /** The end of a migration's name: {@code choice_votes}. */
    static String name(List<Operation> operations) {
        var name = new StringBuilder();
        for (var operation : operations) {
            String part = part(operation).replaceAll("\\W+", "_").toLowerCase(Locale.ROOT);
            if (name.length() + part.length() > LONGEST) {
                return name.isEmpty() ? part.substring(0, LONGEST) : name + "_and_more";
            }
            name.append(name.isEmpty() ? "" : "_").append(part);
        }
        return name.isEmpty() ? "changes" : name.toString();
    }

    private static String part(Operation operation) {
        return switch (operation) {
            case CreateModel it -> it.model();
            case DeleteModel it -> "delete_" + it.model();
            case RenameModel it -> "rename_" + it.model() + "_" + it.to();
            case AlterTable it -> "alter_" + it.model() + "_table";
            case AddField it -> it.model() + "_" + it.field().name();
            case RemoveField it -> "remove_" + it.model() + "_" + it.field();
            case AlterField it -> "alter_" + it.model() + "_" + it.field().name();
            case RenameField it -> "rename_" + it.model() + "_" + it.from() + "_" + it.to();
            case IndexOperation it ->
                it.describe().substring(0, it.describe().lastIndexOf(' ')).replaceAll(" (to|from|of|rename)$", "");
            case OtherOperation it -> it.describe();
        };
    }

    /** A sentence: {@code Create model Question, add field votes to Choice.} */
    static String sentence(List<Operation> operations) {
        if (operations.isEmpty()) {
            return "Does nothing yet.";
        }
        String told = operations.stream().limit(TOLD).map(Operation::describe).collect(Collectors.joining(", "));
        int left = operations.size() - TOLD;
        String whole = left > 0 ? told + ", and " + left + " more" : told;
        return Character.toUpperCase(whole.charAt(0)) + whole.substring(1) + ".";
    }
}
