package nuages.data.model;

import static nuages.data.model.LibraryBench.queries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Aggregate;
import nuages.data.query.Functions;
import nuages.data.query.Window;
import nuages.testing.servers.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of the rows that a limit leaves. */
@NullUnmarked // what is looked for is there
class LimitTests {
    private static final QuerySet<Note> SOME =
            Note.objects.orderBy(Note_.title.asc()).offset(1).limit(3);

    /** Titles from a to e, with 1 to 5 stars; the first two in one folder, the others in another. */
    private static void notes(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            var first = NoteBench.folder("first");
            var second = NoteBench.folder("second");
            for (int i = 0; i < 5; i++) {
                int number = i;
                NoteBench.note(i < 2 ? first : second, "edcba".substring(4 - i, 5 - i), it -> {
                    it.stars = number + 1;
                    it.rating = 5 - number;
                });
            }
            test.run();
        });
    }

    private static List<String> titles(QuerySet<Note> notes) {
        return notes.list().stream().map(it -> it.title).toList();
    }

    @ParameterizedTest
    @EnumSource
    void conditions_are_about_the_rows_that_are_left(Kind kind) {
        notes(kind, () -> {
            assertThat(titles(SOME)).containsExactly("b", "c", "d");
            assertThat(titles(SOME.filter(Note_.stars.isNot(3)))).containsExactly("b", "d");
            assertThat(titles(SOME.exclude(Note_.folder().name.is("second")))).containsExactly("b");
            assertThat(titles(SOME.filter(Note_.stars.gt(2)).limit(1))).containsExactly("c");
            assertThat(titles(SOME.filter(
                            Note_.folder().name.is("second"),
                            Window.<Note>ofAll()
                                    .orderBy(Note_.title.asc())
                                    .rowNumber()
                                    .gt(1L))))
                    .hasSize(1);
            assertThat(SOME.filter(Note_.stars.lt(2)).exists()).isFalse();
            assertThat(SOME.filter(Note_.stars.gt(2)).count()).isEqualTo(2);
            assertThat(SOME.earliest(Note_.stars).orElseThrow().title).isEqualTo("b");
            assertThat(SOME.latest(Note_.stars).orElseThrow().title).isEqualTo("d");
            assertThat(SOME.filter(Note_.stars.gt(2)).update(Note_.body.to("x")))
                    .isEqualTo(2);
            assertThat(NoteBench.found(Note_.body.is("x"))).containsExactly("c", "d");
            assertThat(SOME.filter(Note_.stars.gt(3)).delete().total()).isEqualTo(1);
            assertThat(NoteBench.found()).containsExactly("a", "b", "c", "e");
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_not_left_are_not_found(Kind kind) {
        notes(kind, () -> {
            var all = Note.objects.orderBy(Note_.title.asc()).list();
            var outside = all.getFirst();
            var inside = all.get(1);

            assertThat(SOME.contains(outside)).isFalse();
            assertThat(SOME.contains(inside)).isTrue();
            assertThat(SOME.find(outside.id)).isEmpty();
            assertThat(SOME.find(inside.id)).contains(inside);
            assertThat(SOME.inBulk(List.of(outside.id, inside.id))).containsOnlyKeys(inside.id);
            assertThat(SOME.inBulk(Note_.title, List.of("a", "b", "e"))).containsOnlyKeys("b");
            assertThat(titles(SOME.after(inside))).containsExactly("c", "d");
            assertThat(titles(SOME.before(inside))).isEmpty();
            assertThat(SOME.getOrCreate(it -> copy(outside, it), Note_.title).created())
                    .isTrue();
            assertThat(SOME.getOrCreate(it -> copy(inside, it), Note_.title).created())
                    .isFalse();
        });
    }

    private static void copy(Note from, Note to) {
        to.folder = from.folder;
        to.title = from.title;
    }

    @ParameterizedTest
    @EnumSource
    void another_order_is_one_of_the_rows_that_are_left(Kind kind) {
        notes(kind, () -> {
            var two = Note.objects.orderBy(Note_.title.asc()).limit(2);

            assertThat(titles(two.orderBy(Note_.stars.desc()))).containsExactly("b", "a");
            assertThat(titles(two.reverse())).containsExactly("b", "a");
            assertThat(two.last().orElseThrow().title).isEqualTo("b");
            assertThat(two.first().orElseThrow().title).isEqualTo("a");
            assertThat(Note.objects.limit(2).last().orElseThrow().title).isEqualTo("b");
            assertThat(two.limit(0).first()).isEmpty();
            assertThat(two.limit(0).last()).isEmpty();
            assertThat(two.limit(1).optional().orElseThrow().title).isEqualTo("a");
            assertThat(Note.objects
                            .orderBy(Note_.title.asc())
                            .limit(3)
                            .distinct()
                            .orderBy(Note_.folder().name.asc())
                            .values(Note_.folder().name))
                    .containsExactly("first", "second");
            assertThat(two.distinct().orderBy(Note_.folder().name.asc()).values(Note_.folder().name))
                    .containsExactly("first");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_of_a_limit_cuts_within_it(Kind kind) {
        notes(kind, () -> {
            assertThat(titles(SOME.limit(9))).containsExactly("b", "c", "d");
            assertThat(titles(SOME.limit(2))).containsExactly("b", "c");
            assertThat(titles(SOME.offset(1))).containsExactly("c", "d");
            assertThat(titles(SOME.offset(2).offset(1))).isEmpty();
            assertThat(titles(Note.objects.orderBy(Note_.title.asc()).limit(2).offset(1)))
                    .containsExactly("b", "c");
            assertThat(SOME.offset(7).count()).isZero();
            assertThatThrownBy(() -> SOME.limit(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("limit(-1)");
            assertThatThrownBy(() -> SOME.offset(-2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("offset(-2)");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_known_to_be_nothing_is_not_asked_for(Kind kind) {
        notes(kind, () -> {
            for (var nothing : List.of(
                    Note.objects.limit(0),
                    SOME.limit(0).filter(Note_.stars.gt(0)).orderBy(Note_.stars.asc()),
                    SOME.none(),
                    SOME.union(Note.objects).none(),
                    Note.objects.none().union(Note.objects.limit(0)),
                    Note.objects.intersect(Note.objects.none()),
                    Note.objects.none().except(Note.objects))) {
                var run = queries(() -> {
                    assertThat(nothing.list()).isEmpty();
                    assertThat(nothing.count()).isZero();
                    assertThat(nothing.exists()).isFalse();
                    assertThat(nothing.first()).isEmpty();
                    assertThat(nothing.values(Note_.title)).isEmpty();
                    assertThat(nothing.annotate((note, title) -> title, Note_.title))
                            .isEmpty();
                    assertThat(nothing.update(Note_.stars.to(0))).isZero();
                    assertThat(nothing.delete().total()).isZero();
                    nothing.forEach(it -> {
                        throw new AssertionError(it);
                    });
                });
                assertThat(run).isEmpty();
                assertThat(nothing.aggregate(Note_.stars.sum())).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_the_database_cannot_say_of_some_rows_is_refused(Kind kind) {
        notes(kind, () -> {
            var groups = Note.objects.groupBy(Note_.folder).limit(1);
            assertThatThrownBy(() -> groups.filter(Note_.stars.gt(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("filter() came after a limit of groups of Note");
            assertThatThrownBy(() -> Note.objects
                            .orderBy(Aggregate.<Note>rows().desc())
                            .limit(1)
                            .reverse())
                    .hasMessageContaining("reverse() came after a limit of groups of Note");
            var own = Note.objects
                    .filter(Note_.folder.is(Functions.outer(Folder_.id)))
                    .limit(1);
            assertThatThrownBy(() -> own.filter(Note_.stars.gt(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("put filter() before limit()");
            var around = Window.<Note>ofAll().of(Note_.size.sum().filter(Note_.folder.is(Functions.outer(Folder_.id))));
            for (var other : List.of(
                    Note.objects.union(own),
                    Note.objects.orderBy(around.asc()),
                    Note.objects.union(own.union(Note.objects.none())))) {
                assertThatThrownBy(() -> other.limit(1).filter(Note_.stars.gt(1)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("put filter() before limit()");
            }
            assertThat(Folder.objects.filter(own.hasRows()).count()).isEqualTo(2);
            assertThat(titles(Note.objects
                            .filter(Note_.folder().name.isNot("none"))
                            .orderBy(Note_.title.asc())
                            .limit(2)
                            .filter(Note_.stars.gt(1))))
                    .containsExactly("b");
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_first_groups_are_still_groups(Kind kind) {
        notes(
                kind,
                () -> assertThat(Note.objects
                                .orderBy(Aggregate.<Note>rows().desc())
                                .limit(1)
                                .select((name, rows) -> name + rows, Note_.folder().name, Aggregate.rows()))
                        .containsExactly("second3"));
    }

    @ParameterizedTest
    @EnumSource
    void distinct_rows_in_an_order_are_counted_changed_and_deleted(Kind kind) {
        notes(kind, () -> {
            var few = Note.objects.distinct().orderBy(Note_.folder().name.desc(), Note_.title.asc());

            assertThat(titles(few)).containsExactly("c", "d", "e", "a", "b");
            assertThat(few.limit(4).count()).isEqualTo(4);
            assertThat(few.limit(2).exists()).isTrue();
            assertThat(few.limit(2).aggregate(Note_.stars.sum())).hasValue(7);
            assertThat(few.limit(2).update(Note_.body.to("x"))).isEqualTo(2);
            assertThat(NoteBench.found(Note_.body.is("x"))).containsExactly("c", "d");
            assertThat(few.offset(4).delete().total()).isEqualTo(1);
            assertThat(NoteBench.found()).containsExactly("a", "c", "d", "e");
            assertThatThrownBy(() -> few.values(Note_.title))
                    .hasMessageContaining("distinct() can only be ordered by what is selected");
            assertThat(few.select(List::of, Note_.folder().name, Note_.title)).hasSize(4);
        });
    }
}
