package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import nuages.data.connection.Database;
import nuages.data.ddl.SchemaWriter;
import nuages.data.model.Loose.Child;
import nuages.data.model.Loose.Parent;
import nuages.data.query.NumberField;
import org.jspecify.annotations.Nullable;

/** Querysets by chance over a world by chance, compared with what they mean in memory. For one thread. */
final class Chains {
    private static final int CHAINS = 12;
    private static final int STEPS = 6;

    private final Database database;
    private final long seed;
    private final LooseWorld world;
    private final Random random;
    private final NumberField<Child, Long> key;
    private final List<Parent> parents = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();

    Chains(Database database, long seed) {
        this.database = database;
        this.seed = seed;
        this.world = new LooseWorld(seed);
        this.random = new Random(seed);
        this.key = world.own().numberAt(0);
    }

    void compare() {
        var tables = Tables.of(database.dialect(), List.of(world.parents, world.children));
        SchemaWriter.of(database.dialect())
                .create(tables)
                .forEach(it -> database.sql(it).update());
        world.fill(parents, children);
        for (int i = 0; i < CHAINS; i++) {
            compare(chain(STEPS));
        }
        database.sql("drop table child").update();
        database.sql("drop table parent").update();
    }

    private Bag chain(int steps) {
        var bag = Bag.all(children);
        for (int i = random.nextInt(steps + 1); i > 0; i--) {
            bag = step(bag, steps);
        }
        return bag;
    }

    private Bag step(Bag bag, int steps) {
        return switch (random.nextInt(steps > 2 ? 14 : 9)) {
            case 0, 1 -> bag.unlessRefused(it -> it.filter(world.child(1, parents)));
            case 2 -> bag.unlessRefused(it -> it.exclude(world.child(1, parents)));
            case 3, 4 -> bag.orderBy(world.order(parents));
            case 5 -> bag.distinct();
            case 6, 7 -> part(bag.order() == null ? bag.orderBy(world.order(parents)) : bag);
            case 8 -> random.nextInt(4) == 0 ? bag.none() : bag.order() == null ? bag : bag.reverse(bag.order());
            case 9, 10 -> bag.union(chain(steps / 2));
            case 11 -> bag.unionAll(chain(steps / 2));
            case 12 -> bag.intersect(chain(steps / 2));
            default -> bag.except(chain(steps / 2));
        };
    }

    private Bag part(Bag bag) {
        int rows = random.nextInt(6);
        var query = bag.set().query();
        boolean within = query.limit() == null || query.offset() != null;
        return within && random.nextInt(3) == 0 ? bag.offset(rows) : bag.limit(rows);
    }

    private void compare(Bag bag) {
        var about = "world %d of %s:%n%s%n%s".formatted(seed, children, bag.text(), bag.set());
        try {
            rows(bag, about);
            values(bag, about);
            changes(bag, about);
        } catch (RuntimeException e) {
            throw new AssertionError(about, e);
        }
    }

    private void rows(Bag bag, String about) {
        var rows = bag.set().list();
        if (bag.order() == null) {
            assertThat(rows).as(about).containsExactlyInAnyOrderElementsOf(bag.rows());
        } else {
            assertThat(rows).as(about).isEqualTo(bag.rows());
            var last = bag.rows().isEmpty() ? null : bag.rows().getLast();
            assertThat(bag.set().first().orElse(null))
                    .as("first of %s", about)
                    .isEqualTo(bag.rows().isEmpty() ? null : bag.rows().getFirst());
            assertThat(bag.set().last().orElse(null)).as("last of %s", about).isEqualTo(last);
        }
        assertThat(bag.set().count()).as(about).isEqualTo(bag.rows().size());
        assertThat(bag.set().exists()).as(about).isEqualTo(!bag.rows().isEmpty());
        if (!children.isEmpty()) {
            var one = children.get(random.nextInt(children.size()));
            assertThat(bag.set().contains(one))
                    .as("%s in %s", one, about)
                    .isEqualTo(bag.rows().contains(one));
            assertThat(bag.set().find(one.id).isPresent())
                    .as(about)
                    .isEqualTo(bag.rows().contains(one));
        }
    }

    private void values(Bag bag, String about) {
        var keys = bag.rows().stream().map(it -> it.id).toList();
        long sum = keys.stream().mapToLong(it -> it).sum();
        assertThat(bag.set().aggregate(key.sum()))
                .as("sum of %s", about)
                .isEqualTo(keys.isEmpty() ? Optional.empty() : Optional.of(sum));
        assertThat(bag.set().values(key)).as(about).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(QuerySet.of(Child.class)
                        .filter(key.in(bag.set().subquery(key)))
                        .list())
                .as("among %s", about)
                .containsExactlyInAnyOrderElementsOf(bag.different());
        assertThat(QuerySet.of(Parent.class).filter(bag.set().hasRows()).count())
                .as("parents if there are any of %s", about)
                .isEqualTo(bag.rows().isEmpty() ? 0 : parents.size());
    }

    private void changes(Bag bag, String about) {
        undone(() -> {
            assertThat(bag.set().delete().total())
                    .as("deleted: %s", about)
                    .isEqualTo(bag.different().size());
            var left = new ArrayList<>(children);
            left.removeAll(bag.rows());
            assertThat(QuerySet.of(Child.class).list())
                    .as("left by the deletion of %s", about)
                    .containsExactlyInAnyOrderElementsOf(left);
        });
        var change = world.change();
        undone(() -> {
            assertThat(bag.set().update(change.field().to(change.value())))
                    .as("updated: %s", about)
                    .isEqualTo(bag.different().size());
            for (var row : QuerySet.of(Child.class).list()) {
                var before = children.get(children.indexOf(row)).values[change.place()];
                var expected = bag.rows().contains(row) ? change.value() : before;
                assertThat(same(row.values[change.place()], expected))
                        .as("%s after the update of %s", row, about)
                        .isTrue();
            }
        });
    }

    private static boolean same(@Nullable Object first, @Nullable Object second) {
        return (first == null || second == null) ? Objects.equals(first, second) : Filters.equal(first, second);
    }

    private void undone(Runnable change) {
        var undo = new IllegalStateException("undone");
        assertThatThrownBy(() -> database.atomic(() -> {
                    change.run();
                    throw undo;
                }))
                .isSameAs(undo);
    }
}
