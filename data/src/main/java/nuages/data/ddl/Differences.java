package nuages.data.ddl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Check;
import nuages.data.schema.ForeignKey;
import nuages.data.schema.Index;
import nuages.data.schema.Table;

/** What becomes of what tables have beside their columns, when a server changes them in place. */
final class Differences {
    private final Alterations alterations;
    /** Names that are not free. */
    private final Set<String> taken = new HashSet<>();

    private final Map<String, Disturbance> disturbances = new HashMap<>();
    private final Map<Pair, Parts> parts = new LinkedHashMap<>();

    /**
     * Of one table.
     *
     * @param remade columns that are dropped and made again
     */
    record Parts(
            Set<String> remade,
            Difference<ForeignKey> keys,
            Difference<Index> indexes,
            Difference<Constraint> constraints) {}

    private Differences(Alterations alterations) {
        this.alterations = alterations;
    }

    static Differences of(Alterations alterations, Matching matching) {
        var all = new Differences(alterations);
        Stream.concat(matching.pairs.stream().map(Pair::old), matching.gone.stream())
                .forEach(all::take);
        matching.pairs.forEach(all::beforeKeys);
        all.parts.replaceAll((pair, it) -> new Parts(it.remade(), all.keys(pair), it.indexes(), it.constraints()));
        return all;
    }

    private void take(Table table) {
        table.foreignKeys().forEach(it -> taken.add(it.name()));
        table.indexes().forEach(it -> taken.add(it.name()));
        table.constraints().forEach(it -> taken.add(it.name()));
    }

    private void beforeKeys(Pair pair) {
        var remade = Disturbance.remade(pair, alterations.blocking(pair));
        var indexes = Difference.of(
                Kind.INDEXES,
                pair.old().indexes(),
                pair.moved().indexes(),
                pair.after().indexes(),
                it -> Pair.concerns(it, remade),
                _ -> true,
                taken);
        var constraints = Difference.of(
                Kind.CONSTRAINTS,
                pair.old().constraints(),
                pair.moved().constraints(),
                pair.after().constraints(),
                it -> it instanceof Check check
                        ? alterations.disturbed(pair, check, remade)
                        : Pair.concerns(it, remade),
                alterations::renames,
                taken);
        disturbances.put(pair.name(), Disturbance.of(pair, remade, indexes, constraints));
        parts.put(pair, new Parts(remade, new Difference<>(List.of(), List.of(), List.of()), indexes, constraints));
    }

    /** These come last: they depend on what becomes of both tables. */
    private Difference<ForeignKey> keys(Pair pair) {
        return Difference.of(
                Kind.KEYS,
                pair.old().foreignKeys(),
                pair.moved().foreignKeys(),
                pair.after().foreignKeys(),
                it -> disturbed(pair.name(), it.columns()) || disturbed(it.toTable(), it.toColumns()),
                _ -> alterations.renamesKeys(),
                taken);
    }

    private boolean disturbed(String table, List<String> columns) {
        var disturbance = disturbances.get(table);
        return disturbance != null && disturbance.of(columns);
    }

    void forEach(BiConsumer<Pair, Parts> each) {
        parts.forEach(each);
    }
}
