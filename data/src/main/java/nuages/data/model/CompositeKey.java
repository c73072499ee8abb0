package nuages.data.model;

import java.util.Collection;
import java.util.List;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.row.Codec;
import nuages.data.syntax.Node;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/** A key of several columns as one value. Immutable; threads share it. */
record CompositeKey<R, K extends Record>(ModelType<?> type, Source at) implements Expression<R, K> {
    @Override
    public Node node() {
        return tuple(Keys.columns(type, at));
    }

    private static Node tuple(List<? extends Node> parts) {
        return new Node.Tuple(List.copyOf(parts));
    }

    @Override
    public Codec<K> codec() {
        throw new UnsupportedOperationException("the key of " + type
                + " is of several columns, and no column holds it: " + "select its fields one by one.");
    }

    @Override
    public Node value(@Nullable K value) {
        if (value == null) {
            throw new IllegalArgumentException("no key of " + type + " is null: leave the condition out");
        }
        return tuple(Keys.values(type, value));
    }

    @Override
    public Condition<R> is(K value) {
        return Condition.of(Keys.is(type, at, value));
    }

    @Override
    public Condition<R> isNot(K value) {
        return is(value).not();
    }

    @Override
    public Condition<R> in(Collection<? extends K> values) {
        return Condition.of(Keys.in(type, at, values));
    }
}
