package nuages.data.model;

import java.util.List;
import nuages.data.query.Condition;
import nuages.data.query.NumberExpression;
import nuages.data.row.Codec;
import nuages.data.syntax.Comparison;
import nuages.data.syntax.Function;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;
import nuages.data.syntax.Source;
import org.jspecify.annotations.Nullable;

/**
 * References to any number of rows of another model, by way of a table between the two. Immutable; threads share it.
 *
 * @param <M> the model that has them, or the one it was reached from
 * @param <T> the model they refer to
 */
public final class ManyToManyField<M, T> {
    private final Link link;
    private final boolean backwards;
    private final Class<? extends KeyedModel<?>> owner;
    private final Source at;

    private ManyToManyField(Link link, boolean backwards, Class<? extends KeyedModel<?>> owner, Source at) {
        this.link = link;
        this.backwards = backwards;
        this.owner = owner;
        this.at = at;
    }

    static <M, T> ManyToManyField<M, T> of(ModelType<?> owner, Source at, Link link) {
        return new ManyToManyField<>(link, false, owner.type(), at);
    }

    /**
     * A table between two models, whose rows are pairs of their keys.
     *
     * @param name the field's name
     * @param target the other model
     * @param table the table's name
     * @param fromColumn its column for the model that has the field
     * @param toColumn its column for the other
     * @param through its model; null for a table that is made by itself
     * @param symmetrical whether each pair is there the other way round as well
     */
    public record Link(
            String name,
            Class<? extends KeyedModel<?>> target,
            String table,
            String fromColumn,
            String toColumn,
            @Nullable Class<? extends KeyedModel<?>> through,
            boolean symmetrical) {
        /** A table that is made by itself. */
        public static Link table(
                String name, Class<? extends KeyedModel<?>> target, String table, String fromColumn, String toColumn) {
            return new Link(name, target, table, fromColumn, toColumn, null, false);
        }

        /** A table with a model of its own. */
        public static Link through(
                String name,
                Class<? extends KeyedModel<?>> target,
                Class<? extends KeyedModel<?>> through,
                String table,
                String fromColumn,
                String toColumn) {
            return new Link(name, target, table, fromColumn, toColumn, through, false);
        }

        /** The same, where each pair is there the other way round as well. */
        public Link asSymmetrical() {
            return new Link(name, target, table, fromColumn, toColumn, through, true);
        }
    }

    /** Its name in Java. */
    public String name() {
        return link.name;
    }

    /** The same pairs, seen from the other model. */
    public ManyToManyField<T, M> reverse() {
        if (at.before() != null) {
            throw new IllegalStateException(name() + " was reached by way of another model, and cannot be turned "
                    + "round from there: turn round the model's own field.");
        }
        return new ManyToManyField<>(link, !backwards, owner, target().source());
    }

    /** Those of one row; {@code R} is the model of them. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <R extends KeyedModel<?>> Many<R> rows(KeyedModel<?> row) {
        return new Many<>(row, new LinkedRows<>(row, (ManyToManyField<?, R>) this));
    }

    Link link() {
        return link;
    }

    /** The model whose rows have them. */
    ModelType<?> owner() {
        return backwards ? ModelType.of(link.target) : ModelType.of(owner);
    }

    /** The model of the rows they are. */
    public Class<? extends KeyedModel<?>> targetClass() {
        return backwards ? owner : link.target;
    }

    ModelType<?> target() {
        return ModelType.of(targetClass());
    }

    /** The column between for the model whose rows have them. */
    String ownColumn() {
        return backwards ? link.toColumn : link.fromColumn;
    }

    /** The column between for the rows they are. */
    String otherColumn() {
        return backwards ? link.fromColumn : link.toColumn;
    }

    /** Where one of them fulfils all conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> any(Condition<T>... conditions) {
        return Condition.of(new Node.Exists(linked(new Node.Literal("1"), conditions), false));
    }

    /** Where none of them fulfils all conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> none(Condition<T>... conditions) {
        return Condition.of(new Node.Exists(linked(new Node.Literal("1"), conditions), true));
    }

    /** Where all of them fulfil the condition; so where there are none, too. */
    public Condition<M> all(Condition<T> condition) {
        return none(condition.not());
    }

    /** Where that row is one of them. */
    public Condition<M> has(T row) {
        return any(Condition.of(Keys.is(target(), Keys.ofSaved((KeyedModel<?>) row))));
    }

    /** How many of them fulfil all conditions. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final NumberExpression<M, Long> count(Condition<T>... conditions) {
        var counted = new Node.Aggregate(Function.COUNT, List.of(), false, null, List.of());
        return NumberExpression.of(new Node.Subquery(linked(counted, conditions)), Codec.of(Long.class));
    }

    /** A query of the pairs of the row at hand, and of the other model's table only if it is asked for. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private Select linked(Node column, Condition<T>... conditions) {
        var ownKey = at.column(owner().keyProperty().column().name(), false);
        var bare = conditions.length == 0;
        var from = bare ? Source.root(link.table) : target().source();
        var own = bare ? from.column(ownColumn(), false) : fromTarget();
        var same = Condition.<T>of(new Node.Compare(Comparison.EQUAL, own, new Node.Outer(ownKey)));
        return Select.of(from, List.of(column))
                .where(same.and(Condition.all(conditions)).node());
    }

    /** The column for the model whose rows have them, in the table between, joined to the other model's. */
    Node.Column fromTarget() {
        var target = target();
        return target.source()
                .join(target.keyProperty().column().name(), link.table, otherColumn(), false)
                .column(ownColumn(), false);
    }

    /** Where rows of the other model are among those of that row. */
    Condition<T> of(Object ownerKey) {
        var between = Source.root(link.table);
        var same =
                new Node.Compare(Comparison.EQUAL, between.column(ownColumn(), false), Keys.value(owner(), ownerKey));
        var keys = Select.of(between, List.of(between.column(otherColumn(), false)))
                .where(same);
        return Condition.of(
                new Node.InQuery(Keys.columns(target(), target().source()).getFirst(), keys));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ManyToManyField<?, ?> it
                && it.backwards == backwards
                && it.owner == owner
                && it.link.equals(link)
                && it.at.equals(at);
    }

    @Override
    public int hashCode() {
        return link.hashCode() + (backwards ? 1 : 0);
    }

    @Override
    public String toString() {
        return owner.getSimpleName() + "_." + name() + (backwards ? ".reverse()" : "");
    }
}
