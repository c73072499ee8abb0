package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.util.List;
import nuages.data.error.InvalidSql;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Window;
import nuages.data.query.Window.Excluded;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three notes: a of size 10 and b of size 20 in the first folder, c of size 4 in the second. */
class WindowTests {
    private static final Window<Note> BY_SIZE = Window.<Note>ofAll().orderBy(Note_.size.asc());

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
    void where_there_is_no_row_before_or_after_there_can_be_another_value(Kind kind) {
        numbers(kind, () -> {
            assertThat(notes().values(BY_SIZE.lag(Note_.title, 1, "none"))).containsExactly("c", "a", "none");
            assertThat(notes().values(BY_SIZE.lag(Note_.size, 2, -1L))).containsExactly(-1L, 4L, -1L);
            assertThat(notes().values(BY_SIZE.lead(Note_.title, 2, Note_.title)))
                    .containsExactly("a", "b", "b");
            assertThat(notes().values(Window.by(Note_.folder)
                            .orderBy(Note_.size.asc())
                            .lead(Note_.size, 1, 0L)))
                    .containsExactly(20L, 0L, 0L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void null_in_a_row_that_is_there_stays_null(Kind kind) {
        numbers(kind, () -> {
            Note.objects.update(Note_.rating.to((Integer) null));

            assertThat(notes().values(BY_SIZE.lag(Note_.rating, 1, 99))).containsExactly(null, null, 99);
        });
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EXCLUDE)
    void frames_leave_out_the_current_row_or_its_equals(Kind kind) {
        numbers(kind, () -> {
            var all = BY_SIZE.rows(Window.START, Window.END);
            var byFolder = Window.<Note>ofAll().orderBy(Note_.folder.asc());

            assertThat(notes().values(all.excluding(Excluded.CURRENT_ROW).of(Note_.size.sum())))
                    .containsExactly(24L, 14L, 30L);
            assertThat(notes().values(byFolder.excluding(Excluded.GROUP).of(Note_.size.sum())))
                    .containsExactly(null, null, 30L);
            assertThat(notes().values(byFolder.excluding(Excluded.TIES).of(Note_.size.sum())))
                    .containsExactly(10L, 20L, 34L);
        });
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void mariadb_says_that_it_has_no_such_frames(Kind kind) {
        numbers(
                kind,
                () -> assertThatThrownBy(() ->
                                notes().values(BY_SIZE.excluding(Excluded.TIES).of(Note_.size.sum())))
                        .isInstanceOf(InvalidSql.class)
                        .hasMessageContaining("MariaDB has no windows that leave out rows of their frame"));
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void sqlite_says_what_it_knows_of_groups_only(Kind kind) {
        numbers(kind, () -> {
            for (var each : List.of(Note_.size.bitAnd(), Note_.size.bitOr(), Note_.size.bitXor())) {
                assertThatThrownBy(() -> notes().values(BY_SIZE.of(each)))
                        .isInstanceOf(InvalidSql.class)
                        .hasMessageContaining("SQLite has no BIT_")
                        .hasMessageContaining("of the rows around each row");
            }
            assertThatThrownBy(() -> notes().values(BY_SIZE.of(Note_.size.variance())))
                    .hasMessageContaining("SQLite has no VARIANCE");
        });
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EXCLUDE)
    void bits_are_those_of_the_rows_around(Kind kind) {
        numbers(kind, () -> {
            var two = BY_SIZE.rows(-1, 0);

            assertThat(notes().values(Window.by(Note_.folder).of(Note_.size.bitAnd())))
                    .containsExactly(0L, 0L, 4L);
            assertThat(notes().values(two.of(Note_.size.bitAnd()))).containsExactly(0L, 0L, 4L);
            assertThat(notes().values(two.of(Note_.size.bitOr()))).containsExactly(14L, 30L, 4L);
            assertThat(notes().values(two.of(Note_.size.bitXor()))).containsExactly(14L, 30L, 4L);
            assertThat(notes().values(BY_SIZE.of(Note_.stars.bitOr()))).containsExactly(-7, -5, -7);
            assertThat(notes().values(BY_SIZE.rows(0, 1).of(Note_.rating.bitAnd())))
                    .containsExactly(0, 2, 1);
            assertThat(notes().values(BY_SIZE.of(Note_.size.bitXor().filter(Note_.stars.gt(1)))))
                    .containsExactly(null, 20L, null);
        });
    }

    @ParameterizedTest
    @EnumSource
    void some_value_is_one_of_the_rows_around(Kind kind) {
        numbers(kind, () -> {
            assertThat(notes().values(
                                    Window.by(Note_.folder().name, Note_.title).of(Note_.rating.anyValue())))
                    .containsExactly(1, 2, null);
        });
    }
}
