package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nuages.data.error.InvalidSql;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Aggregate;
import nuages.data.query.Case;
import nuages.data.query.NumberExpression;
import nuages.data.query.Order;
import nuages.data.query.TextExpression;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries that look alike, in which an expression stands twice in one and two different ones stand in the other. */
class ReusedExpressionTests {
    private record Pair(String text, long number) {}

    /** One has x and z, two has y and y, three has z and x; sizes 5, 4 and 3. */
    private static void letters(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("letters");
            var letters = List.of("one", "two", "three");
            for (int i = 0; i < 3; i++) {
                var data = "{\"a\": \"%s\", \"b\": \"%s\"}".formatted((char) ('x' + i), (char) ('z' - i));
                int size = 5 - i;
                NoteBench.note(folder, letters.get(i), it -> {
                    it.data = data;
                    it.size = size;
                });
            }
            test.run();
        });
    }

    private static TextExpression<Note> at(String key) {
        return Note_.data.at(key).text();
    }

    private static QuerySet<Note> notes() {
        return Note.objects.orderBy(Note_.id.asc());
    }

    @ParameterizedTest
    @EnumSource
    void one_expression_at_two_places_says_nothing_of_two_that_look_like_it(Kind kind) {
        letters(kind, () -> {
            var a = at("a");
            assertThat(notes().filter(a.isNotNull()).values(a)).containsExactly("x", "y", "z");
            assertThat(notes().filter(at("b").isNotNull()).values(at("a"))).containsExactly("x", "y", "z");
            assertThat(notes().filter(at("b").isNotNull()).values(at("b"))).containsExactly("z", "y", "x");

            var two = Note_.size.plus(2L);
            assertThat(notes().values(two.times(two))).containsExactly(49L, 36L, 25L);
            assertThat(notes().values(Note_.size.plus(1L).times(Note_.size.plus(3L))))
                    .containsExactly(48L, 35L, 24L);
            assertThat(notes().values(two.times(two))).containsExactly(49L, 36L, 25L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void one_condition_at_two_places_says_nothing_of_two_that_look_like_it(Kind kind) {
        letters(kind, () -> {
            var some = Note_.title.in("one", "two");
            assertThat(notes().filter(some).values(Case.when(some, "in").otherwise("out")))
                    .containsExactly("in", "in");
            assertThat(notes().filter(Note_.title.in("one", "two"))
                            .values(Case.when(Note_.title.in("two", "three"), "in")
                                    .otherwise("out")))
                    .containsExactly("out", "in");
            var large = Note_.size.gt(4L);
            assertThat(Note.objects
                            .filter(large)
                            .update(Note_.stars.to(Case.when(large, 7).otherwise(8))))
                    .isOne();
            assertThat(Note.objects
                            .filter(Note_.size.gt(2L))
                            .update(Note_.stars.to(
                                    Case.when(Note_.size.gt(3L), 7).otherwise(8))))
                    .isEqualTo(3);
            assertThat(notes().values(Note_.stars)).containsExactly(7, 7, 8);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_ordered_by_what_is_selected_only_where_it_is_that(Kind kind) {
        letters(kind, () -> {
            assertThat(Note.objects.orderBy(at("a").asc()).values(at("a"))).containsExactly("x", "y", "z");
            assertThat(Note.objects.orderBy(at("b").asc()).values(at("a"))).containsExactly("z", "y", "x");
            assertThat(Note.objects.orderBy(at("b").asc()).values(at("b"))).containsExactly("x", "y", "z");

            var three = Note.objects.orderBy(Note_.size.modulo(3L).asc());
            assertThat(three.values(Note_.size.modulo(3L))).containsExactly(0L, 1L, 2L);
            assertThat(three.values(Note_.size.modulo(5L))).containsExactly(3L, 4L, 0L);
            assertThat(three.distinct().values(Note_.size.modulo(3L))).containsExactly(0L, 1L, 2L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_in_groups_by_what_is_selected_only_where_it_is_that(Kind kind) {
        letters(kind, () -> {
            NumberExpression<Note, Long> two = Note_.size.modulo(2L);
            Order<Note> byCount = Aggregate.<Note>rows().asc();
            var sizes = Note.objects.groupBy(two).orderBy(byCount);
            assertThat(sizes.select((it, rows) -> it + ":" + rows, two, Aggregate.rows()))
                    .containsExactly("0:1", "1:2");
            assertThat(Note.objects
                            .groupBy(Note_.size.modulo(3L))
                            .orderBy(Note_.size.modulo(3L).asc())
                            .select((it, rows) -> it + ":" + rows, Note_.size.modulo(3L), Aggregate.rows()))
                    .containsExactly("0:1", "1:1", "2:1");
            assertThat(sizes.values(Aggregate.rows())).containsExactly(1L, 2L);
            assertThat(Note.objects.groupBy(two).values(Note_.size.modulo(2L))).containsExactlyInAnyOrder(0L, 1L);
            var others = Note.objects.groupBy(two);
            if (kind == Kind.POSTGRESQL) {
                assertThatThrownBy(() -> others.values(Note_.size.modulo(3L))).isInstanceOf(InvalidSql.class);
            } else {
                assertThat(others.values(Note_.size.modulo(3L))).hasSize(2);
            }
            assertThat(Note.objects.groupBy(Note_.size.modulo(7L)).values(Note_.size.modulo(7L)))
                    .containsExactlyInAnyOrder(3L, 4L, 5L);
            var letter = at("a").concat("!");
            assertThat(Note.objects.groupBy(letter).orderBy(letter.desc()).select(Pair::new, letter, Note_.size.sum()))
                    .containsExactly(new Pair("z!", 3), new Pair("y!", 4), new Pair("x!", 5));
        });
    }
}
