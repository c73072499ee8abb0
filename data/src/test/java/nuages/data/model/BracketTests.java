package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Case;
import nuages.data.query.Condition;
import nuages.data.query.Functions;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a part of a statement means does not depend on what stands beside it. Three notes: one, two, three of sizes 5, 4, 3. */
class BracketTests {
    private static void notes(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            var folder = NoteBench.folder("letters");
            NoteBench.note(folder, "one", it -> it.size = 5);
            NoteBench.note(folder, "two", it -> it.size = 4);
            NoteBench.note(folder, "three", it -> it.size = 3);
            test.run();
        });
    }

    private static QuerySet<Note> all() {
        return Note.objects.orderBy(Note_.id.asc());
    }

    private static final Functions.Template OPEN = Functions.sql("? = 1 or ? = 2");

    private static Condition<Note> open(long first, long second) {
        return OPEN.condition(Functions.value(first), Functions.value(second));
    }

    @ParameterizedTest
    @EnumSource
    void a_condition_of_ones_own_holds_together_beside_others(Kind kind) {
        notes(kind, () -> {
            var one = Note_.title.is("one");

            assertThat(all().filter(one, open(0, 2)).values(Note_.title)).containsExactly("one");
            assertThat(all().filter(open(0, 2)).filter(one).values(Note_.title)).containsExactly("one");
            assertThat(all().exclude(one, open(0, 2)).values(Note_.title)).containsExactly("two", "three");
            assertThat(all().filter(one.and(open(0, 2).not())).values(Note_.title))
                    .isEmpty();
            assertThat(all().filter(one.and(open(0, 0).not())).values(Note_.title))
                    .containsExactly("one");
            assertThat(all().values(Case.when(one.and(open(0, 2)), "it").otherwise("other")))
                    .containsExactly("it", "other", "other");
            assertThat(Note.objects.aggregate(Note_.size.sum().filter(one).filter(open(0, 2))))
                    .hasValue(5L);
            assertThat(Note.objects
                            .having(Note_.size.sum().gt(4L))
                            .having(open(0, 2))
                            .values(Note_.title))
                    .containsExactly("one");
            assertThat(Note.objects.filter(one, open(0, 2)).update(Note_.stars.to(3)))
                    .isOne();
            assertThat(Note.objects.filter(one, open(0, 2)).delete().total()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_stands_outside_of_a_query_holds_together_within_it(Kind kind) {
        notes(kind, () -> {
            var found = Folder.objects.filter(Folder_.name.is("no such"));
            Note.objects.update(Note_.stars.to(2));
            assertThat(all().filter(Folder.objects
                                    .filter(Folder_.name
                                            .length()
                                            .minus(Functions.outer(Note_.stars.minus(1)))
                                            .is(6))
                                    .hasRows())
                            .count())
                    .isEqualTo(3);
            Condition<Note> none = found.<Note>hasRows().not();
            assertThat(all().filter(Functions.truth(none).isNull()).count()).isZero();
            assertThat(all().filter(Functions.truth(none).isNotNull()).count()).isEqualTo(3);
        });
    }
}
