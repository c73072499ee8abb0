package nuages.data.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import nuages.data.connection.Database;
import nuages.data.mapping.OnDelete;
import org.jspecify.annotations.Nullable;

/** The rows that are to be deleted, and what is to be done about those that refer to them. For use by one thread. */
final class Collected {
    private static final int SHOWN = 3;

    private final Database on;
    private final Map<ModelType<?>, Map<Object, KeyedModel<?>>> rows = new LinkedHashMap<>();
    private final Map<Referrer, List<Object>> plain = new LinkedHashMap<>();
    private final Map<Referrer, List<Object>> changes = new LinkedHashMap<>();
    private final Map<LinkColumn, List<Object>> links = new LinkedHashMap<>();
    private final Map<Referrer, List<KeyedModel<?>>> guarding = new LinkedHashMap<>();
    private final Map<Referrer, List<KeyedModel<?>>> restricting = new LinkedHashMap<>();

    /** A column of a table between two models, and the one it leads to. */
    record LinkColumn(String table, String column, ModelType<?> target) {}

    Collected(Database on) {
        this.on = on;
    }

    Map<ModelType<?>, Map<Object, KeyedModel<?>>> rows() {
        return rows;
    }

    /** Rows that one statement deletes without reading them, by what they refer to. */
    Map<Referrer, List<Object>> plain() {
        return plain;
    }

    /** Rows that get another reference, by what they refer to. */
    Map<Referrer, List<Object>> changes() {
        return changes;
    }

    Map<LinkColumn, List<Object>> links() {
        return links;
    }

    /** Whether nothing follows from a row's deletion. */
    static boolean alone(ModelType<?> type) {
        return Referrer.of(type).stream().noneMatch(Referrer::concerns)
                && links(type).isEmpty();
    }

    /** Whether somebody is told of each object that is deleted. */
    static boolean watched(ModelType<?> type) {
        return type.watchesDeletion() || ModelSettings.current().listens(type.type());
    }

    /** Those that hinder may be deleted for another reason, which is only known of rows that were read. */
    private static boolean unread(ModelType<?> type) {
        return alone(type)
                && !watched(type)
                && type.properties().stream()
                        .noneMatch(it -> it.references()
                                .filter(each -> each.onDelete() == OnDelete.RESTRICT)
                                .isPresent());
    }

    private static List<LinkColumn> links(ModelType<?> type) {
        var all = new ArrayList<LinkColumn>();
        for (var link : type.details().links()) {
            if (link.through() == null) {
                all.add(new LinkColumn(link.table(), link.fromColumn(), type));
            }
        }
        for (var other : ModelSettings.current().referring(type)) {
            for (var link : other.details().links()) {
                if (link.through() == null && link.target() == type.type()) {
                    all.add(new LinkColumn(link.table(), link.toColumn(), type));
                }
            }
        }
        return all;
    }

    /** Adds rows, and what follows from their deletion. */
    void add(ModelType<?> type, Collection<? extends KeyedModel<?>> more) {
        var known = rows.computeIfAbsent(type, _ -> new LinkedHashMap<>());
        var keys = new ArrayList<>();
        for (var row : more) {
            var key = Keys.of(row);
            if (known.putIfAbsent(key, row) == null) {
                keys.add(key);
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        links(type)
                .forEach(it -> links.computeIfAbsent(it, _ -> new ArrayList<>()).addAll(keys));
        for (var by : Referrer.of(type)) {
            switch (by.onDelete()) {
                case CASCADE -> cascade(by, keys);
                case PROTECT -> find(by, keys, guarding);
                case RESTRICT -> find(by, keys, restricting);
                case SET_NULL, SET_DEFAULT ->
                    changes.computeIfAbsent(by, _ -> new ArrayList<>()).addAll(keys);
                case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> {}
            }
        }
    }

    private void cascade(Referrer by, List<Object> keys) {
        if (unread(by.type())) {
            plain.computeIfAbsent(by, _ -> new ArrayList<>()).addAll(keys);
        } else {
            Keys.portions(keys).forEach(it -> add(by.type(), by.rows(it).on(on).list()));
        }
    }

    private void find(Referrer by, List<Object> keys, Map<Referrer, List<KeyedModel<?>>> into) {
        for (var portion : Keys.portions(keys)) {
            var found = by.rows(portion).on(on).list();
            if (!found.isEmpty()) {
                into.computeIfAbsent(by, _ -> new ArrayList<>()).addAll(found);
            }
        }
    }

    /** The key that rows refer to from now on; null for none. */
    @Nullable
    Object replacement(Referrer by) {
        return by.onDelete() == OnDelete.SET_DEFAULT ? initial(by.type(), by.place()) : null;
    }

    private static <T extends KeyedModel<?>> @Nullable Object initial(ModelType<T> type, int place) {
        return type.value(type.create(), place) instanceof KeyedRef<?, ?> ref ? ref.key() : null;
    }

    /** Refuses if rows hinder that are not to be deleted themselves. */
    void refuse(ModelType<?> wanted) {
        var hindering = new LinkedHashMap<>(guarding);
        restricting.forEach((by, found) -> {
            var deleted = rows.getOrDefault(by.type(), Map.of());
            var left = found.stream()
                    .filter(it -> !deleted.containsKey(Keys.of(it)))
                    .toList();
            if (!left.isEmpty()) {
                hindering.put(by, left);
            }
        });
        if (!hindering.isEmpty()) {
            throw refused(wanted, hindering);
        }
    }

    private ProtectedRows refused(ModelType<?> wanted, Map<Referrer, List<KeyedModel<?>>> hindering) {
        var reasons = new StringJoiner("; ");
        hindering.forEach((by, found) -> reasons.add(reason(by, found)));
        return new ProtectedRows(
                wanted + " " + shown(rows.getOrDefault(wanted, Map.of()).keySet())
                        + " cannot be deleted, since rows refer to what would go that forbid it: " + reasons
                        + ".\nnothing was deleted. delete those first, let them refer to something else, or choose "
                        + "another onDelete for these fields.",
                hindering.keySet().stream().map(Referrer::toString).toList());
    }

    private static String reason(Referrer by, List<KeyedModel<?>> found) {
        var keys = found.stream().map(Keys::of).toList();
        return found.size() + " by " + by + " (" + by.onDelete() + "), of " + by.type() + " " + shown(keys);
    }

    private static String shown(Collection<?> keys) {
        var shown = new StringJoiner(", ");
        keys.stream().limit(SHOWN).forEach(it -> shown.add(String.valueOf(it)));
        return keys.size() > SHOWN ? shown + ", …" : shown.toString();
    }
}
