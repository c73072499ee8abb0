package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Aggregate;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Querysets that are made of others. */
@NullUnmarked // what is looked for is there
class CombinationTests {
    /** Titles from a to f, with 1 to 6 stars and sizes from 10 to 60, in folders by turns. */
    private static void notes(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            var folders = List.of(NoteBench.folder("even"), NoteBench.folder("odd"));
            for (int i = 0; i < 6; i++) {
                int number = i;
                NoteBench.note(folders.get(i % 2), "abcdef".substring(i, i + 1), it -> {
                    it.stars = number + 1;
                    it.size = 10L * number + 10;
                    it.rating = number < 2 ? null : number;
                });
            }
            test.run();
        });
    }

    private static List<String> titles(QuerySet<Note> notes) {
        return notes.list().stream().map(it -> it.title).toList();
    }

    private static QuerySet<Note> from(String first, String last) {
        return Note.objects.filter(Note_.title.between(first, last));
    }

    @ParameterizedTest
    @EnumSource
    void each_part_keeps_its_order_and_limit(Kind kind) {
        notes(kind, () -> {
            var first = Note.objects.orderBy(Note_.title.asc()).limit(2);
            var last = Note.objects.orderBy(Note_.title.desc()).limit(2);

            assertThat(titles(first.union(last))).containsExactlyInAnyOrder("a", "b", "e", "f");
            assertThat(titles(first.unionAll(first))).containsExactlyInAnyOrder("a", "b", "a", "b");
            assertThat(titles(Note.objects.except(first))).containsExactlyInAnyOrder("c", "d", "e", "f");
            assertThat(titles(first.except(from("a", "a")))).containsExactly("b");
            assertThat(titles(Note.objects.orderBy(Note_.title.asc()).offset(4).intersect(last)))
                    .containsExactlyInAnyOrder("e", "f");
            assertThat(titles(first.union(last).orderBy(Note_.title.desc()).limit(3)))
                    .containsExactly("f", "e", "b");
            assertThat(titles(first.union(last)
                            .orderBy(Note_.title.asc())
                            .offset(1)
                            .limit(2)
                            .unionAll(last)))
                    .containsExactlyInAnyOrder("b", "e", "e", "f");
            assertThat(titles(first.union(last).except(last).orderBy(Note_.title.asc())))
                    .containsExactly("a", "b");
            assertThat(titles(first.union(last.except(from("f", "f"))).orderBy(Note_.title.asc())))
                    .containsExactly("a", "b", "e");
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_the_empty_set(Kind kind) {
        notes(kind, () -> {
            var some = from("a", "b");
            var none = Note.objects.none();

            assertThat(titles(none.union(some))).containsExactlyInAnyOrder("a", "b");
            assertThat(titles(some.union(none))).containsExactlyInAnyOrder("a", "b");
            assertThat(none.unionAll(some).count()).isEqualTo(2);
            assertThat(none.union(some).exists()).isTrue();
            assertThat(none.union(some).values(Note_.title)).containsExactlyInAnyOrder("a", "b");
            assertThat(none.intersect(some).list()).isEmpty();
            assertThat(some.intersect(none).count()).isZero();
            assertThat(titles(some.except(none))).containsExactlyInAnyOrder("a", "b");
            assertThat(none.except(some).list()).isEmpty();
            assertThat(none.except(some).union(from("f", "f")).values(Note_.title))
                    .containsExactly("f");
        });
    }

    @ParameterizedTest
    @EnumSource
    void ordered_rows_of_several_sets_are_counted_changed_and_deleted(Kind kind) {
        notes(kind, () -> {
            var all = from("a", "b")
                    .union(from("e", "f"))
                    .orderBy(Note_.folder().name.asc(), Note_.title.desc());

            assertThat(titles(all)).containsExactly("e", "a", "f", "b");
            assertThat(all.first().orElseThrow().title).isEqualTo("e");
            assertThat(all.last().orElseThrow().title).isEqualTo("b");
            assertThat(all.exists()).isTrue();
            assertThat(all.count()).isEqualTo(4);
            assertThat(all.limit(3).count()).isEqualTo(3);
            assertThat(all.limit(3).exists()).isTrue();
            assertThat(all.aggregate(Note_.size.sum())).hasValue(140L);
            assertThat(all.limit(3).aggregate(Note_.size.sum())).hasValue(120L);
            assertThat(Note.objects
                            .filter(Note_.id.in(all.limit(2).subquery(Note_.id)))
                            .count())
                    .isEqualTo(2);
            assertThat(titles(all.limit(3).filter(Note_.stars.gt(1)))).containsExactly("e", "f");
            assertThat(titles(all.limit(3).reverse())).containsExactly("f", "a", "e");
            assertThat(all.contains(Note.objects.get(all.first().orElseThrow().id)))
                    .isTrue();
            assertThat(all.limit(2).update(Note_.body.to("x"))).isEqualTo(2);
            assertThat(NoteBench.found(Note_.body.is("x"))).containsExactly("a", "e");
            assertThat(all.limit(1).delete().total()).isEqualTo(1);
            assertThat(all.delete().total()).isEqualTo(3);
            assertThat(NoteBench.found()).containsExactly("c", "d");
        });
    }

    @ParameterizedTest
    @EnumSource
    void null_goes_where_the_order_of_all_says(Kind kind) {
        notes(kind, () -> {
            var all = from("a", "a").union(from("e", "f"));

            assertThat(titles(all.orderBy(Note_.rating.asc().nullsLast()))).containsExactly("e", "f", "a");
            assertThat(titles(all.orderBy(Note_.rating.desc().nullsFirst()))).containsExactly("a", "f", "e");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_there_twice_count_twice(Kind kind) {
        notes(kind, () -> {
            var twice = from("a", "c").unionAll(from("c", "d"));

            assertThat(twice.count()).isEqualTo(5);
            assertThat(twice.aggregate(Note_.size.sum())).hasValue(130L);
            assertThat(twice.aggregate(
                            (Long rows, String name) -> rows + name,
                            Aggregate.rows(),
                            Note_.folder().name.max()))
                    .isEqualTo("5odd");
            assertThat(twice.distinct().count()).isEqualTo(4);
            assertThat(twice.distinct().aggregate(Note_.size.sum())).hasValue(100L);
            assertThat(titles(twice.orderBy(Note_.title.desc()).limit(3))).containsExactly("d", "c", "c");
            assertThat(twice.orderBy(Note_.title.desc()).limit(3).aggregate(Note_.size.sum()))
                    .hasValue(100L);
            assertThat(titles(twice.orderBy(Note_.title.asc()).limit(4).reverse()))
                    .containsExactly("c", "c", "b", "a");
            assertThat(twice.update(Note_.body.to("x"))).isEqualTo(4);
            assertThatThrownBy(() -> twice.limit(3).filter(Note_.stars.gt(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("more than once");
            assertThat(twice.delete().total()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_would_be_about_one_part_only_is_refused(Kind kind) {
        notes(kind, () -> {
            var all = from("a", "b").union(from("e", "f"));

            assertThatThrownBy(() -> all.groupBy(Note_.folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("groupBy() came after union()");
            assertThatThrownBy(() -> all.having(Aggregate.<Note>rows().gt(1L)))
                    .hasMessageContaining("having() came after union()");
            assertThatThrownBy(() -> all.select(List::of, Note_.folder, Aggregate.rows()))
                    .hasMessageContaining("aggregate()");
            assertThatThrownBy(() -> all.lock().list())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot be locked");
            assertThatThrownBy(() -> all.orderBy(Note_.size.asc()).values(Note_.title))
                    .hasMessageContaining("can only be ordered by what is selected");
        });
    }
}
