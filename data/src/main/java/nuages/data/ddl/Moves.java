package nuages.data.ddl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Renames one after the other, of things that may take each other's names: a name is free when it is needed. */
final class Moves {
    private static final String TEMPORARY = "nuages_renamed_";

    private final Set<String> taken = new HashSet<>();
    private final List<Move> moves = new ArrayList<>();

    /** One rename. */
    record Move(String from, String to) {}

    private Moves(Collection<String> names) {
        names.forEach(it -> taken.add(key(it)));
    }

    /** Names that differ in capitals only are one to some databases. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * The renames in an order in which they can be done.
     *
     * @param names all names there are
     * @param wanted new names by old ones
     */
    static List<Move> of(Collection<String> names, Map<String, String> wanted) {
        var all = new Moves(names);
        var left = new LinkedHashMap<String, String>();
        wanted.entrySet().stream()
                .filter(it -> !it.getKey().equals(it.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> left.put(it.getKey(), it.getValue()));
        while (!left.isEmpty()) {
            var free = left.entrySet().stream()
                    .filter(it -> !all.taken.contains(key(it.getValue())))
                    .findFirst();
            if (free.isPresent()) {
                all.move(free.get().getKey(), free.get().getValue());
                left.remove(free.get().getKey());
            } else {
                var first = left.entrySet().iterator().next();
                if (first.getKey().startsWith(TEMPORARY)) {
                    throw new IllegalArgumentException("something is to be called \"" + first.getValue()
                            + "\", which something else is called that stays: rename that first, or choose"
                            + " another name");
                }
                String temporary = free(all.taken);
                all.move(first.getKey(), temporary);
                left.remove(first.getKey());
                left.put(temporary, first.getValue());
            }
        }
        return all.moves;
    }

    /** A name that nothing has. */
    static String free(Set<String> taken) {
        int number = 1;
        while (taken.contains(TEMPORARY + number)) {
            number++;
        }
        return TEMPORARY + number;
    }

    private void move(String from, String to) {
        taken.remove(key(from));
        taken.add(key(to));
        moves.add(new Move(from, to));
    }
}
