package nuages.data.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import nuages.data.mapping.OnDelete;
import nuages.data.model.Loose.Child;
import nuages.data.model.Loose.Parent;
import nuages.data.query.Condition;
import nuages.data.query.Expression;
import nuages.data.query.Field;
import nuages.data.query.OrderedExpression;
import nuages.data.query.TextField;
import nuages.data.query.TimeExpression;
import nuages.data.row.Codec;
import nuages.data.schema.Column;
import nuages.data.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/** Two models with fields by chance, the second referring to the first, and conditions on them by chance. */
final class LooseWorld {
    /** What a field may hold. Values are few, so that they meet. */
    @SuppressWarnings("ImmutableEnumChecker") // column types are records
    private enum Kind {
        TEXT(new ColumnType.Characters(50), String.class),
        LONG(new ColumnType.BigInteger(false), Long.class),
        BOOL(new ColumnType.Bool(), Boolean.class),
        TIME(new ColumnType.Timestamp(), Instant.class),
        DATE(new ColumnType.Date(), LocalDate.class),
        DECIMAL(new ColumnType.Decimal(10, 2), BigDecimal.class),
        UUID(new ColumnType.Uuid(), UUID.class);

        private final ColumnType type;
        private final Class<?> java;

        Kind(ColumnType type, Class<?> java) {
            this.type = type;
            this.java = java;
        }

        Object value(Random random) {
            int chance = random.nextInt(4);
            return switch (this) {
                case TEXT -> List.of("a", "ab%", "b_a", "o'b\\a").get(chance);
                case LONG -> List.of(0L, 1L, -7L, Long.MAX_VALUE).get(chance);
                case BOOL -> chance % 2 == 0;
                case TIME -> Instant.parse("2024-02-29T23:59:59Z").plusNanos(chance * 250_000_000L);
                case DATE -> LocalDate.of(2024, 2, 26).plusDays(chance);
                case DECIMAL ->
                    List.of(new BigDecimal("0.00"), new BigDecimal("1.50"), new BigDecimal("-2.25"), BigDecimal.TEN)
                            .get(chance);
                case UUID -> new UUID(chance, 7);
            };
        }
    }

    final ModelType<Parent> parents;
    final ModelType<Child> children;
    private final Random random;
    private final List<Kind> parentKinds = new ArrayList<>();
    private final List<Kind> childKinds = new ArrayList<>();
    private final boolean orphans;

    LooseWorld(long seed) {
        this.random = new Random(seed);
        this.orphans = random.nextBoolean();
        this.parents = Loose.type(Parent.class, "parent", Parent::new, properties(parentKinds, "p"), null);
        var own = properties(childKinds, "c");
        var reference = Property.reference(
                "parent",
                Column.of("parent_id", new ColumnType.BigInteger(false)),
                Codec.of(Long.class),
                Parent.class,
                OnDelete.DO_NOTHING);
        own.add(orphans ? reference.asNullable() : reference);
        this.children = Loose.type(Child.class, "child", Child::new, own, parents);
    }

    private List<Property> properties(List<Kind> kinds, String prefix) {
        var all = new ArrayList<Property>();
        all.add(Property.of("id", Column.id(), Codec.of(Long.class)).asKey());
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            var property = Property.of(prefix + i, Column.of(prefix + i, kind.type), Codec.of(kind.java));
            kinds.add(kind);
            all.add(random.nextBoolean() ? property.asNullable() : property);
        }
        return all;
    }

    /** Saves some of both. */
    void fill(List<Parent> savedParents, List<Child> savedChildren) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            savedParents.add(QuerySet.of(Parent.class).create(it -> set(it, parents, parentKinds)));
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            savedChildren.add(QuerySet.of(Child.class).create(it -> {
                set(it, children, childKinds);
                var parent = savedParents.get(random.nextInt(savedParents.size()));
                it.values[it.values.length - 1] = orphans && random.nextInt(3) == 0 ? null : Ref.to(parent);
            }));
        }
    }

    private void set(Loose model, ModelType<?> type, List<Kind> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            boolean nullable = type.properties().get(i + 1).column().nullable();
            model.values[i] =
                    nullable && random.nextInt(3) == 0 ? null : kinds.get(i).value(random);
        }
    }

    Loose.Path<Child, Child> own() {
        return new Loose.Path<>(children, children.source());
    }

    /** A condition on children. */
    Filters<Child> child(int depth, List<Parent> all) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> Filters.and(child(depth - 1, all), child(depth - 1, all));
            case 2 -> Filters.or(child(depth - 1, all), child(depth - 1, all));
            case 3 -> Filters.not(child(depth - 1, all));
            case 4 -> ofParent(all);
            default -> leaf(own(), childKinds, children);
        };
    }

    /** A condition on the parent of a child, which it may not have: then nothing is known of it. */
    private Filters<Child> ofParent(List<Parent> all) {
        var at = new Loose.Path<Child, Parent>(
                parents, own().parentAt(childKinds.size() + 1).join());
        int place = random.nextInt(parentKinds.size());
        var leaf = this.<Child, Parent>leafAt(at, parentKinds, parents, place);
        return new Filters<>(
                leaf.condition(),
                it -> {
                    var ref = (Ref<?>) it.values[it.values.length - 1];
                    var parent = ref == null ? null : find(all, ref.id());
                    return parent == null ? leaf.absent() : leaf.meaning().apply(parent);
                },
                "parent." + leaf.text());
    }

    /** An order of children in which no two are equal, by fields of their own and of their parents. */
    Sorting order(List<Parent> all) {
        var key = Sorting.of(own().numberAt(0), it -> it.id, random);
        for (int i = random.nextInt(3); i > 0; i--) {
            key = (random.nextInt(3) == 0 ? byParent(all) : byOwn()).then(key);
        }
        return key;
    }

    private Sorting byOwn() {
        int place = sortable(childKinds);
        return place < 0
                ? Sorting.NONE
                : Sorting.of(ordered(own().<Object>at(place + 1)), it -> it.values[place], random);
    }

    private Sorting byParent(List<Parent> all) {
        int place = sortable(parentKinds);
        if (place < 0) {
            return Sorting.NONE;
        }
        var at = new Loose.Path<Child, Parent>(
                parents, own().parentAt(childKinds.size() + 1).join());
        return Sorting.of(
                ordered(at.<Object>at(place + 1)),
                it -> it.values[it.values.length - 1] instanceof Ref<?> ref ? find(all, ref.id()).values[place] : null,
                random);
    }

    private int sortable(List<Kind> kinds) {
        int place = random.nextInt(kinds.size());
        return kinds.get(place) == Kind.BOOL || kinds.get(place) == Kind.UUID ? -1 : place;
    }

    /** A field of children but the reference, and a value for it. */
    record Change(int place, Field<Child, Object> field, Object value) {}

    Change change() {
        int place = random.nextInt(childKinds.size());
        return new Change(place, own().at(place + 1), childKinds.get(place).value(random));
    }

    private static Parent find(List<Parent> all, long id) {
        return all.stream().filter(it -> it.id == id).findFirst().orElseThrow();
    }

    /** A condition on parents. */
    Filters<Parent> parent(int depth, List<Child> all) {
        var own = new Loose.Path<Parent, Parent>(parents, parents.source());
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> Filters.and(parent(depth - 1, all), parent(depth - 1, all));
            case 2 -> Filters.or(parent(depth - 1, all), parent(depth - 1, all));
            case 3 -> Filters.not(parent(depth - 1, all));
            case 4 -> ofChildren(all);
            default -> leaf(own, parentKinds, parents);
        };
    }

    private Filters<Parent> ofChildren(List<Child> all) {
        var field = own().parentAt(childKinds.size() + 1);
        var inner = leaf(own(), childKinds, children);
        boolean any = random.nextBoolean();
        return new Filters<>(
                any ? field.any(inner.condition()) : field.none(inner.condition()),
                it -> any
                        == all.stream()
                                .filter(child -> child.values[child.values.length - 1] instanceof Ref<?> ref
                                        && ref.id() == it.id)
                                .anyMatch(child -> Filters.holds(inner.meaning().apply(child))),
                (any ? "any child with " : "no child with ") + inner.text());
    }

    private <M extends Loose> Filters<M> leaf(Loose.Path<M, M> at, List<Kind> kinds, ModelType<M> type) {
        var leaf = this.<M, M>leafAt(at, kinds, type, random.nextInt(kinds.size()));
        return new Filters<>(leaf.condition(), leaf.meaning(), leaf.text());
    }

    /** A condition on one field, and its answer where there is no row that could have the field. */
    private record Leaf<R, M extends Loose>(
            Condition<R> condition,
            Function<M, @Nullable Boolean> meaning,
            @Nullable Boolean absent,
            String text) {}

    private <R, M extends Loose> Leaf<R, M> leafAt(
            Loose.Path<R, M> at, List<Kind> kinds, ModelType<M> type, int place) {
        var kind = kinds.get(place);
        var name = type.properties().get(place + 1).name();
        Field<R, Object> field = at.at(place + 1);
        var value = kind.value(random);
        return switch (random.nextInt(6)) {
            case 0 ->
                leaf(field.is(value), place, it -> it == null ? null : Filters.equal(it, value), name + " = " + value);
            case 1 ->
                new Leaf<>(
                        field.isNot(value),
                        it -> it.values[place] == null || !Filters.equal(it.values[place], value),
                        true,
                        name + " is not " + value);
            case 2 -> new Leaf<>(field.isNull(), it -> it.values[place] == null, true, name + " is null");
            case 3 -> new Leaf<>(field.isNotNull(), it -> it.values[place] != null, false, name + " is not null");
            case 4 -> {
                var among = random.nextInt(5) == 0 ? List.of() : List.of(value, kind.value(random));
                yield new Leaf<>(
                        field.in(among),
                        it -> Filters.in(it.values[place], among),
                        among.isEmpty() ? Boolean.FALSE : null,
                        name + " in " + among);
            }
            default ->
                kind == Kind.TEXT
                        ? contains(at.textAt(place + 1), place, (String) value)
                        : greater(field, kind, place, value);
        };
    }

    private static <R, M extends Loose> Leaf<R, M> contains(TextField<R> field, int place, String part) {
        return leaf(
                field.contains(part),
                place,
                it -> it == null ? null : ((String) it).contains(part),
                field.name() + " contains " + part);
    }

    /** Databases do not agree on which of two truths, or of two UUIDs, is greater. */
    private static <R, M extends Loose> Leaf<R, M> greater(Field<R, Object> field, Kind kind, int place, Object than) {
        return kind == Kind.BOOL || kind == Kind.UUID
                ? leaf(
                        field.is(than),
                        place,
                        it -> it == null ? null : Filters.equal(it, than),
                        field.name() + " = " + than)
                : leaf(ordered(field).gt(than), place, it -> Filters.greater(it, than), field.name() + " > " + than);
    }

    private static <R, T> OrderedExpression<R, T> ordered(Expression<R, T> field) {
        return TimeExpression.of(field.node(), field.codec());
    }

    private static <R, M extends Loose> Leaf<R, M> leaf(
            Condition<R> condition, int place, Function<@Nullable Object, @Nullable Boolean> meaning, String text) {
        return new Leaf<>(condition, it -> meaning.apply(it.values[place]), null, text);
    }
}
