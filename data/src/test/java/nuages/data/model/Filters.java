package nuages.data.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import nuages.data.query.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A condition, beside what it means for an object in memory: true, false, or null where it is unknown.
 *
 * @param text what it is, for reports
 */
record Filters<M extends Loose>(Condition<M> condition, Function<M, @Nullable Boolean> meaning, String text) {
    static boolean holds(@Nullable Boolean answer) {
        return answer != null && answer;
    }

    static <M extends Loose> Filters<M> not(Filters<M> of) {
        return new Filters<>(of.condition.not(), it -> !holds(of.meaning.apply(it)), "not (" + of.text + ")");
    }

    static <M extends Loose> Filters<M> and(Filters<M> first, Filters<M> second) {
        return new Filters<>(
                first.condition.and(second.condition),
                it -> both(first.meaning.apply(it), second.meaning.apply(it)),
                "(" + first.text + " and " + second.text + ")");
    }

    static <M extends Loose> Filters<M> or(Filters<M> first, Filters<M> second) {
        return new Filters<>(
                first.condition.or(second.condition),
                it -> either(first.meaning.apply(it), second.meaning.apply(it)),
                "(" + first.text + " or " + second.text + ")");
    }

    private static @Nullable Boolean both(@Nullable Boolean first, @Nullable Boolean second) {
        if (Boolean.FALSE.equals(first) || Boolean.FALSE.equals(second)) {
            return false;
        }
        return (first == null || second == null) ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean either(@Nullable Boolean first, @Nullable Boolean second) {
        if (holds(first) || holds(second)) {
            return true;
        }
        return (first == null || second == null) ? null : Boolean.FALSE;
    }

    static boolean equal(Object first, Object second) {
        return first instanceof BigDecimal number ? number.compareTo((BigDecimal) second) == 0 : first.equals(second);
    }

    static @Nullable Boolean in(@Nullable Object value, List<?> among) {
        if (among.isEmpty()) {
            return false;
        }
        return value == null ? null : among.stream().anyMatch(it -> equal(value, it));
    }

    @SuppressWarnings("unchecked")
    static @Nullable Boolean greater(@Nullable Object value, Object than) {
        return value == null ? null : ((Comparable<Object>) value).compareTo(than) > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
