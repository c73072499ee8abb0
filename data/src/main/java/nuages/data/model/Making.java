package nuages.data.model;

import java.util.function.BiFunction;
import java.util.function.Function;
import nuages.data.row.Into;
import org.jspecify.annotations.Nullable;

/** What makes something of so many values, as what makes it of the values of a row. */
final class Making {
    private Making() {}

    static <A, R> Function<@Nullable Object[], R> of(Function<A, R> into) {
        return it -> into.apply(Selections.<A>at(it, 0));
    }

    static <A, B, R> Function<@Nullable Object[], R> of(BiFunction<A, B, R> into) {
        return it -> into.apply(Selections.<A>at(it, 0), Selections.<B>at(it, 1));
    }

    static <A, B, C, R> Function<@Nullable Object[], R> of(Into.Of3<A, B, C, R> into) {
        return it -> into.of(Selections.<A>at(it, 0), Selections.<B>at(it, 1), Selections.<C>at(it, 2));
    }

    static <A, B, C, D, R> Function<@Nullable Object[], R> of(Into.Of4<A, B, C, D, R> into) {
        return it -> into.of(
                Selections.<A>at(it, 0), Selections.<B>at(it, 1), Selections.<C>at(it, 2), Selections.<D>at(it, 3));
    }

    static <A, B, C, D, E, R> Function<@Nullable Object[], R> of(Into.Of5<A, B, C, D, E, R> into) {
        return it -> into.of(
                Selections.<A>at(it, 0),
                Selections.<B>at(it, 1),
                Selections.<C>at(it, 2),
                Selections.<D>at(it, 3),
                Selections.<E>at(it, 4));
    }

    static <A, B, C, D, E, F, R> Function<@Nullable Object[], R> of(Into.Of6<A, B, C, D, E, F, R> into) {
        return it -> into.of(
                Selections.<A>at(it, 0),
                Selections.<B>at(it, 1),
                Selections.<C>at(it, 2),
                Selections.<D>at(it, 3),
                Selections.<E>at(it, 4),
                Selections.<F>at(it, 5));
    }

    static <A, B, C, D, E, F, G, R> Function<@Nullable Object[], R> of(Into.Of7<A, B, C, D, E, F, G, R> into) {
        return it -> into.of(
                Selections.<A>at(it, 0),
                Selections.<B>at(it, 1),
                Selections.<C>at(it, 2),
                Selections.<D>at(it, 3),
                Selections.<E>at(it, 4),
                Selections.<F>at(it, 5),
                Selections.<G>at(it, 6));
    }

    static <A, B, C, D, E, F, G, H, R> Function<@Nullable Object[], R> of(Into.Of8<A, B, C, D, E, F, G, H, R> into) {
        return it -> into.of(
                Selections.<A>at(it, 0),
                Selections.<B>at(it, 1),
                Selections.<C>at(it, 2),
                Selections.<D>at(it, 3),
                Selections.<E>at(it, 4),
                Selections.<F>at(it, 5),
                Selections.<G>at(it, 6),
                Selections.<H>at(it, 7));
    }
}
