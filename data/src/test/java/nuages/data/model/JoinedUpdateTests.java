package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that take values of rows that they refer to. */
class JoinedUpdateTests {
    private static void numbers(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            test.run();
        });
    }

    private static QuerySet<Note> notes() {
        return Note.objects.orderBy(Note_.id.asc());
    }

    @ParameterizedTest
    @EnumSource
    void a_field_takes_what_another_row_has(Kind kind) {
        numbers(kind, () -> {
            long second = Folder.objects.filter(Folder_.name.is("second")).one().id;

            long changed = Note.objects.update(
                    Note_.title.to(Note_.folder().name),
                    Note_.stars.to(7),
                    Note_.size.to(Note_.size.plus(Note_.folder().id)));

            assertThat(changed).isEqualTo(3);
            assertThat(notes().values(Note_.title)).containsExactly("first", "first", "second");
            assertThat(notes().values(Note_.stars)).containsOnly(7);
            assertThat(notes().values(Note_.size).getLast()).isEqualTo(4 + second);
        });
    }

    @ParameterizedTest
    @EnumSource
    void values_are_of_the_rows_before(Kind kind) {
        numbers(kind, () -> {
            Note.objects.update(
                    Note_.title.to(Note_.folder().name), Note_.body.to(Note_.title), Note_.code.to(UUID.randomUUID()));

            assertThat(notes().values(Note_.title)).containsExactly("first", "first", "second");
            assertThat(notes().values(Note_.body)).containsExactly("a", "b", "c");
        });
    }

    @ParameterizedTest
    @EnumSource
    void only_the_rows_that_are_meant_take_it(Kind kind) {
        numbers(kind, () -> {
            Note.objects
                    .filter(Note_.folder().name.is("first"), Note_.size.gt(10L))
                    .update(Note_.title.to(Note_.folder().name));
            assertThat(notes().values(Note_.title)).containsExactly("a", "first", "c");

            notes().reverse().limit(1).update(Note_.title.to(Note_.folder().name));
            assertThat(notes().values(Note_.title)).containsExactly("a", "first", "second");
        });
    }
}
