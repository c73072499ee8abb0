package nuages.data.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What becomes of a table's foreign keys, indexes or constraints.
 *
 * @param dropped as they are before renames of tables and columns; some of them are added again
 * @param renamed those that only change their names
 * @param added as they are to be
 */
record Difference<T>(List<T> dropped, List<Renamed<T>> renamed, List<T> added) {
    /** What gets another name, and what it is after. */
    record Renamed<T>(String from, T after) {}

    /**
     * Finds it.
     *
     * @param old as they are
     * @param moved the same in the same order, with the names of tables and columns after renames
     * @param disturbed which of the moved ones must go for the time of the change
     * @param renames which of them the database can rename
     * @param taken names that are not free
     */
    static <T> Difference<T> of(
            Kind<T> kind,
            List<T> old,
            List<T> moved,
            List<T> after,
            Predicate<T> disturbed,
            Predicate<T> renames,
            Set<String> taken) {
        var dropped = new ArrayList<T>();
        var renamed = new ArrayList<Renamed<T>>();
        var added = new ArrayList<>(after);
        for (int i = 0; i < moved.size(); i++) {
            var it = moved.get(i);
            boolean stays = !disturbed.test(it);
            if (stays && added.removeIf(other -> kind.name(it).equals(kind.name(other)) && equal(kind, it, other))) {
                continue;
            }
            var other = stays && renames.test(it) ? other(kind, it, added, after, taken) : Optional.<T>empty();
            if (other.isEmpty()) {
                dropped.add(old.get(i));
            } else {
                added.remove(other.get());
                renamed.add(new Renamed<>(kind.name(it), other.get()));
            }
        }
        return new Difference<>(dropped, renamed, added);
    }

    /** The one that is equal but for its name, if that name is free and the one it has is wanted by none. */
    private static <T> Optional<T> other(Kind<T> kind, T it, List<T> added, List<T> after, Set<String> taken) {
        if (after.stream().anyMatch(one -> kind.name(one).equals(kind.name(it)))) {
            return Optional.empty();
        }
        return added.stream()
                .filter(one -> equal(kind, it, one) && !taken.contains(kind.name(one)))
                .findFirst();
    }

    private static <T> boolean equal(Kind<T> kind, T one, T other) {
        return kind.called(one, "one").equals(kind.called(other, "one"));
    }
}
