package nuages.data.concurrent;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Things that come and go all the time and are seldom looked at, in no order. To add or to remove one takes no lock and
 * makes no object, unless many of its places are taken: those that find none near are kept in a set. Threads share it.
 *
 * @param <T> compared by identity: {@code equals} must be that of {@code Object}
 */
public final class Bag<T> {
    /** With some hundreds in it, hardly one finds no place near. */
    private static final int PLACES = 1024;

    private static final int TRIES = 8;
    private static final int ELSEWHERE = -1;

    /** The golden ratio, of 64 bits: spreads numbers that are close to each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);
    private final Set<T> others = ConcurrentHashMap.newKeySet();

    /** An empty one. */
    public Bag() {}

    /**
     * Adds a thing that is not in it.
     *
     * @param hint a number that most of those in the bag have not, such as a time in nanoseconds: threads whose hints
     *     differ seldom meet
     * @return where it is, for {@link #remove}
     */
    public int add(T thing, long hint) {
        int from = (int) ((hint * SPREAD) >>> 32);
        for (int at = from; at < from + TRIES; at++) {
            int place = at & (PLACES - 1);
            if (places.getPlain(place) == null && places.compareAndSet(place, null, thing)) {
                return place;
            }
        }
        others.add(thing);
        return ELSEWHERE;
    }

    /** Removes a thing from where {@link #add} has put it; does nothing if it is there no more. */
    public void remove(T thing, int place) {
        if (place == ELSEWHERE) {
            others.remove(thing);
        } else {
            places.compareAndSet(place, thing, null);
        }
    }

    /** Hands all over that are in it; those that come or go meanwhile may be among them or not. */
    public void forEach(Consumer<? super T> action) {
        removeIf(thing -> {
            action.accept(thing);
            return false;
        });
    }

    /** Whether that holds of none. */
    public boolean none(Predicate<? super T> test) {
        for (int place = 0; place < PLACES; place++) {
            var thing = places.get(place);
            if (thing != null && test.test(thing)) {
                return false;
            }
        }
        return others.stream().noneMatch(test);
    }

    /** Hands all over that are in it, as {@link #forEach} does, and removes those of which that holds. */
    public void removeIf(Predicate<? super T> test) {
        for (int place = 0; place < PLACES; place++) {
            var thing = places.get(place);
            if (thing != null && test.test(thing)) {
                places.compareAndSet(place, thing, null);
            }
        }
        others.removeIf(test);
    }
}
