package nuages.data.row;

import org.jspecify.annotations.Nullable;

/**
 * Makes an object of several values, such as a record's constructor. Each is handed over as it was read: NULL as null, so
 * that a parameter of a primitive type needs a value that is always there.
 */
public final class Into {
    private Into() {}

    /** Takes three values. */
    @FunctionalInterface
    public interface Of3<A, B, C, R> {
        /** Makes the object. */
        R of(A a, B b, C c);
    }

    /** Takes four values. */
    @FunctionalInterface
    public interface Of4<A, B, C, D, R> {
        /** Makes the object. */
        R of(A a, B b, C c, D d);
    }

    /** Takes five values. */
    @FunctionalInterface
    public interface Of5<A, B, C, D, E, R> {
        /** Makes the object. */
        R of(A a, B b, C c, D d, E e);
    }

    /** Takes six values. */
    @FunctionalInterface
    public interface Of6<A, B, C, D, E, F, R> {
        /** Makes the object. */
        R of(A a, B b, C c, D d, E e, F f);
    }

    /** Takes seven values. */
    @FunctionalInterface
    public interface Of7<A, B, C, D, E, F, G, R> {
        /** Makes the object. */
        R of(A a, B b, C c, D d, E e, F f, G g);
    }

    /** Takes eight values. */
    @FunctionalInterface
    public interface Of8<A, B, C, D, E, F, G, H, R> {
        /** Makes the object. */
        R of(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** Takes any number of values. */
    @FunctionalInterface
    public interface OfAll<R> {
        /** Makes the object of the values, in the order of the columns. */
        R of(@Nullable Object[] values);
    }
}
