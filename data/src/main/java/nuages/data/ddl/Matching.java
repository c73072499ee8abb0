package nuages.data.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Table;

/** Which table is which before and after: by its name, or its new one. */
final class Matching {
    final List<Pair> pairs = new ArrayList<>();
    final List<Table> gone = new ArrayList<>();
    final List<Table> fresh = new ArrayList<>();
    /** New names of tables by their old ones. */
    final Map<String, String> tables = new LinkedHashMap<>();

    private final Grammar grammar;
    private final Renames renames;
    private final Map<String, Renaming> columns = new HashMap<>();

    private record Match(Table before, Table after) {}

    Matching(Grammar grammar, List<Table> before, List<Table> after, Renames renames) {
        this.grammar = grammar;
        this.renames = renames;
        var matched = new ArrayList<Match>();
        for (var table : before) {
            String name = renames.tables().getOrDefault(table.name(), table.name());
            boolean free = !name.equals(table.name()) || !renames.tables().containsValue(name);
            var match =
                    after.stream().filter(it -> free && it.name().equals(name)).map(it -> new Match(table, it));
            match.findFirst().ifPresentOrElse(matched::add, () -> gone.add(grammar.fit(table)));
        }
        for (var match : matched) {
            tables.put(match.before().name(), match.after().name());
            columns.put(match.before().name(), columns(match.before(), match.after()));
        }
        matched.forEach(it -> pairs.add(pair(it.before(), it.after())));
        after.stream().filter(it -> !tables.containsValue(it.name())).forEach(it -> fresh.add(grammar.fit(it)));
    }

    /** Columns that get another name; those that go make room. */
    private Renaming columns(Table before, Table after) {
        var wanted = renames.of(after.name());
        var names = new LinkedHashMap<String, String>();
        var taken = new HashSet<String>();
        before.columns().forEach(it -> taken.add(it.name()));
        for (var column : before.columns()) {
            String name = column.name();
            String other = wanted.getOrDefault(name, "");
            if (after.column(other).isPresent()) {
                names.put(name, other);
            } else if (wanted.containsValue(name)) {
                String free = Moves.free(taken);
                taken.add(free);
                names.put(name, free);
            }
        }
        return new Renaming(Map.copyOf(names), grammar::quote);
    }

    private Pair pair(Table before, Table after) {
        var renaming = columns.getOrDefault(before.name(), new Renaming(Map.of(), grammar::quote));
        var old = grammar.fit(before);
        var moved = renaming.table(old, after.name());
        var led = new ArrayList<ForeignKey>();
        for (int i = 0; i < old.foreignKeys().size(); i++) {
            var is = old.foreignKeys().get(i);
            var key = lead(moved.foreignKeys().get(i));
            led.add(Kind.KEYS.called(key, grammar.movedName(before.name(), is, after.name(), key)));
        }
        return new Pair(grammar, old, moved.withForeignKeys(led), grammar.fit(current(renaming, after)), renaming);
    }

    /** SQL that still has the old name of a column that there is no longer means the new one. */
    private static Table current(Renaming renaming, Table after) {
        var stale = new HashMap<>(renaming.columns());
        after.columns().forEach(it -> stale.remove(it.name()));
        return new Renaming(stale, renaming.quote()).texts(after);
    }

    private ForeignKey lead(ForeignKey key) {
        var to = columns.get(key.toTable());
        return key.leadingTo(
                tables.getOrDefault(key.toTable(), key.toTable()),
                to == null
                        ? key.toColumns()
                        : key.toColumns().stream().map(to::name).toList());
    }
}
