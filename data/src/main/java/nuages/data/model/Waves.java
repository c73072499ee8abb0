package nuages.data.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows that refer to each other, in an order in which they can go: none before one that refers to it. Databases that check
 * references at once need it so. For use by one thread.
 */
final class Waves {
    private final Map<ModelType<?>, Map<Object, KeyedModel<?>>> left = new LinkedHashMap<>();
    private final Map<Row, Integer> referred = new HashMap<>();
    private final BiConsumer<Referrer, List<Object>> detach;

    /** A row by its key. */
    private record Row(ModelType<?> type, Object key) {}

    private Waves(Map<ModelType<?>, Map<Object, KeyedModel<?>>> rows, BiConsumer<Referrer, List<Object>> detach) {
        rows.forEach((type, each) -> {
            if (!each.isEmpty()) {
                left.put(type, new LinkedHashMap<>(each));
            }
        });
        this.detach = detach;
    }

    /**
     * The waves.
     *
     * @param detach sets references of some rows to null, where rows refer to each other in a circle
     */
    static Waves of(Map<ModelType<?>, Map<Object, KeyedModel<?>>> rows, BiConsumer<Referrer, List<Object>> detach) {
        return new Waves(rows, detach);
    }

    /** Hands over one wave after the other, model by model. */
    void forEach(BiConsumer<ModelType<?>, List<? extends KeyedModel<?>>> wave) {
        count();
        while (!left.isEmpty()) {
            var free = free();
            if (free.isEmpty() && detach()) {
                continue;
            }
            var next = free.isEmpty() ? new LinkedHashMap<>(left) : free;
            next.forEach((type, rows) -> wave.accept(type, List.copyOf(rows.values())));
            next.forEach((type, rows) -> new ArrayList<>(rows.values()).forEach(row -> remove(type, row)));
        }
    }

    private void count() {
        left.forEach(
                (type, rows) -> rows.values().forEach(row -> targets(type, row).forEach(this::countUp)));
    }

    private void countUp(Row target) {
        referred.merge(target, 1, Integer::sum);
    }

    /** The rows among these that one refers to, itself included: some databases refuse that, too. */
    private List<Row> targets(ModelType<?> type, KeyedModel<?> row) {
        var targets = new ArrayList<Row>();
        for (int i = 0; i < type.properties().size(); i++) {
            var target = target(type, row, i);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private @Nullable Row target(ModelType<?> type, KeyedModel<?> row, int place) {
        var reference = type.properties().get(place).reference();
        var ref = reference == null ? null : References.of(row, place);
        if (reference == null || ref == null) {
            return null;
        }
        var to = reference.type();
        var rows = left.get(to);
        if (rows == null || !rows.containsKey(ref.key())) {
            return null;
        }
        return new Row(to, ref.key());
    }

    /** Those that no row refers to any more. */
    private Map<ModelType<?>, Map<Object, KeyedModel<?>>> free() {
        var free = new LinkedHashMap<ModelType<?>, Map<Object, KeyedModel<?>>>();
        left.forEach((type, rows) -> rows.forEach((key, row) -> {
            if (referred.getOrDefault(new Row(type, key), 0) == 0) {
                free.computeIfAbsent(type, _ -> new LinkedHashMap<>()).put(key, row);
            }
        }));
        return free;
    }

    private void remove(ModelType<?> type, KeyedModel<?> row) {
        targets(type, row).forEach(it -> referred.merge(it, -1, Integer::sum));
        var rows = left.get(type);
        if (rows != null) {
            rows.remove(Keys.of(row));
            if (rows.isEmpty()) {
                left.remove(type);
            }
        }
    }

    /** Lets rows that can be without a reference go without it; whether there were some. */
    private boolean detach() {
        boolean some = false;
        for (var type : List.copyOf(left.keySet())) {
            for (int i = 0; i < type.properties().size(); i++) {
                some |= detach(new Referrer(type, i));
            }
        }
        return some;
    }

    private boolean detach(Referrer by) {
        if (!by.property().column().nullable() || by.property().references().isEmpty()) {
            return false;
        }
        var keys = new ArrayList<Object>();
        left.getOrDefault(by.type(), Map.of()).forEach((key, row) -> {
            var target = target(by.type(), row, by.place());
            if (target != null) {
                keys.add(key);
                referred.merge(target, -1, Integer::sum);
                clear(by.type(), row, by.place());
            }
        });
        if (!keys.isEmpty()) {
            detach.accept(by, keys);
        }
        return !keys.isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void clear(ModelType<?> type, KeyedModel<?> row, int place) {
        ((ModelType<KeyedModel<?>>) type).set(row, place, null);
    }
}
