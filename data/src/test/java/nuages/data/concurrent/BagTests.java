package nuages.data.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BagTests {
    private static final int MANY = 5_000;

    private final Bag<Object> bag = new Bag<>();

    private List<Object> all() {
        var all = new ArrayList<Object>();
        bag.forEach(all::add);
        return all;
    }

    @Test
    void what_was_added_is_in_it_until_it_is_removed() {
        var one = new Object();
        var other = new Object();
        int place = bag.add(one, 7);
        bag.add(other, 7);

        bag.remove(one, place);

        assertThat(all()).containsExactly(other);
    }

    @Test
    void more_than_it_has_places_are_kept_too() {
        var things = IntStream.range(0, MANY).mapToObj(it -> new Object()).toList();
        var places = things.stream().mapToInt(it -> bag.add(it, it.hashCode())).toArray();

        assertThat(all()).containsExactlyInAnyOrderElementsOf(things);

        for (int i = 0; i < MANY; i++) {
            bag.remove(things.get(i), places[i]);
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void to_remove_twice_does_not_remove_who_took_the_place() {
        var gone = new Object();
        var next = new Object();
        int place = bag.add(gone, 1);
        bag.remove(gone, place);

        assertThat(bag.add(next, 1)).isEqualTo(place);
        bag.remove(gone, place);

        assertThat(all()).containsExactly(next);
    }

    @Test
    void those_that_are_looked_for_are_found_and_removed() {
        for (int i = 0; i < MANY; i++) {
            bag.add(Integer.valueOf(i), i);
        }

        assertThat(bag.none(it -> it.equals(MANY - 1))).isFalse();
        bag.removeIf(it -> (int) it >= 3);

        assertThat(all()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(bag.none(it -> it.equals(MANY - 1))).isTrue();
    }

    @Test
    void threads_that_add_and_remove_lose_and_leave_nothing() {
        Set<Object> stay = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                int hint = i;
                threads.execute(() -> comeAndGo(hint, stay));
            }
        }

        assertThat(all()).containsExactlyInAnyOrderElementsOf(stay);
    }

    private void comeAndGo(int hint, Set<Object> stay) {
        for (int i = 0; i < 20; i++) {
            var guest = new Object();
            int place = bag.add(guest, hint % 3);
            LockSupport.parkNanos(1);
            bag.remove(guest, place);
        }
        if (hint % 100 == 0) {
            var guest = new Object();
            stay.add(guest);
            bag.add(guest, hint);
        }
    }
}
