package nuages.web.http;

import org.jspecify.annotations.Nullable;

/** What a site gives to each of its requests, put together once. Immutable. */
public final class Equipment {
    private final Limits limits;
    private final @Nullable Attribute<?> latest;

    private Equipment(Limits limits, @Nullable Attribute<?> latest) {
        this.limits = limits;
        this.latest = latest;
    }

    /** Only these limits. */
    public static Equipment of(Limits limits) {
        return new Equipment(limits, null);
    }

    /** The same and one more thing; it is in front of an earlier one with that key. */
    public <T> Equipment with(Key<T> key, T value) {
        return new Equipment(limits, new Attribute<>(key, value, latest));
    }

    Limits limits() {
        return limits;
    }

    /** All of it, in front of what a request has already. */
    @Nullable
    Attribute<?> before(@Nullable Attribute<?> others) {
        return others == null ? latest : before(latest, others);
    }

    private static Attribute<?> before(@Nullable Attribute<?> mine, Attribute<?> others) {
        return mine == null ? others : copied(mine, before(mine.earlier(), others));
    }

    private static <T> Attribute<T> copied(Attribute<T> mine, Attribute<?> earlier) {
        return new Attribute<>(mine.key(), mine.value(), earlier);
    }
}
