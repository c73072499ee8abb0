package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nuages.data.migration.ModelState;
import nuages.data.migration.Operation;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;
import nuages.data.schema.Index.Part;

/**
 * The indexes and constraints of a model that come and go. Those with SQL in them go before columns are renamed, since
 * nobody can tell what the SQL is about. For use by one thread.
 */
final class RuleComparison {
    private final List<Operation> worded = new ArrayList<>();
    private final List<Operation> gone = new ArrayList<>();
    private final List<Operation> added = new ArrayList<>();

    /**
     * Finds them.
     *
     * @param renamed the first model, whose fields have their new names; its lists are in the same order
     */
    RuleComparison(ModelState before, ModelState renamed, ModelState after) {
        compareIndexes(before, renamed, after);
        compareConstraints(before, renamed, after);
    }

    private void compareIndexes(ModelState before, ModelState renamed, ModelState after) {
        var left = new ArrayList<>(after.indexes());
        var old = new ArrayList<Index>();
        for (int i = 0; i < renamed.indexes().size(); i++) {
            var index = renamed.indexes().get(i);
            if (left.remove(index)) {
                continue;
            }
            if (worded(index)) {
                worded.add(Operation.removeIndex(
                        after.name(), before.indexes().get(i).name()));
            } else {
                old.add(index);
            }
        }
        for (var index : old) {
            var same = left.stream()
                    .filter(it -> it.equals(
                            new Index(it.name(), index.parts(), index.method(), index.condition(), index.include())))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                gone.add(Operation.removeIndex(after.name(), index.name()));
            } else {
                left.remove(same);
                gone.add(Operation.renameIndex(after.name(), index.name(), same.name()));
            }
        }
        left.forEach(it -> added.add(Operation.addIndex(after.name(), it)));
    }

    private void compareConstraints(ModelState before, ModelState renamed, ModelState after) {
        var left = new ArrayList<>(after.constraints());
        boolean same = Set.copyOf(before.fields()).equals(Set.copyOf(after.fields()));
        for (int i = 0; i < renamed.constraints().size(); i++) {
            var constraint = renamed.constraints().get(i);
            if (!left.remove(constraint)) {
                var other = left.stream()
                        .filter(it -> it.name().equals(constraint.name()) && it.getClass() == constraint.getClass())
                        .findFirst();
                if (other.isPresent() && same) {
                    left.remove(other.get());
                    added.add(Operation.alterConstraint(after.name(), other.get()));
                } else if (worded(constraint)) {
                    worded.add(Operation.removeConstraint(
                            after.name(), before.constraints().get(i).name()));
                } else {
                    gone.add(Operation.removeConstraint(after.name(), constraint.name()));
                }
            }
        }
        left.forEach(it -> added.add(Operation.addConstraint(after.name(), it)));
    }

    private static boolean worded(Index index) {
        return index.condition() != null || index.parts().stream().anyMatch(Part::expression);
    }

    private static boolean worded(Constraint constraint) {
        return switch (constraint) {
            case Check _ -> true;
            case Unique unique ->
                unique.condition() != null || unique.parts().stream().anyMatch(Part::expression);
        };
    }

    /** Those with SQL in them that go, under the names they have before fields are renamed. */
    List<Operation> worded() {
        return worded;
    }

    /** The others that go or have another name. */
    List<Operation> gone() {
        return gone;
    }

    /** Those that come. */
    List<Operation> added() {
        return added;
    }
}
