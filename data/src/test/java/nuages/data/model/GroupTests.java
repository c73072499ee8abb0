package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Folder_;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.data.query.Aggregate;
import nuages.data.query.Functions;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three notes: a of size 10 and b of size 20 in the first folder, c of size 4 in the second; c has no rating. */
class GroupTests {
    private static final Aggregate.OfNumber<Note, Long> ROWS = Aggregate.rows();

    private static void numbers(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            test.run();
        });
    }

    @ParameterizedTest
    @EnumSource
    void of_groups_the_groups_are_counted(Kind kind) {
        numbers(kind, () -> {
            var folders = Note.objects.groupBy(Note_.folder);

            assertThat(folders.count()).isEqualTo(2);
            assertThat(folders.orderBy(ROWS.desc()).count()).isEqualTo(2);
            assertThat(folders.limit(1).count()).isEqualTo(1);
            assertThat(folders.offset(1).limit(5).count()).isEqualTo(1);
            assertThat(folders.filter(Note_.stars.gt(0)).count()).isEqualTo(1);
            assertThat(folders.having(ROWS.gt(1L)).count()).isEqualTo(1);
            assertThat(folders.distinct().count()).isEqualTo(2);
            assertThat(Note.objects.groupBy(Note_.folder, Note_.title).count()).isEqualTo(3);
            assertThat(Note.objects.groupBy(Note_.folder, Note_.folder().name).count())
                    .isEqualTo(2);
            assertThat(Note.objects.groupBy(Note_.rating).count()).isEqualTo(3);
            assertThat(Note.objects.groupBy(Note_.size.modulo(10L)).count()).isEqualTo(2);
            assertThat(Note.objects
                            .filter(Note_.id.is(-1L))
                            .groupBy(Note_.folder)
                            .count())
                    .isZero();
            assertThat(Note.objects.groupBy(Note_.id).count()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whether_there_is_a_group(Kind kind) {
        numbers(kind, () -> {
            var folders = Note.objects.groupBy(Note_.folder);
            var own = folders.filter(Note_.folder.is(Functions.outer(Folder_.id)));

            assertThat(folders.exists()).isTrue();
            assertThat(folders.orderBy(ROWS.desc()).exists()).isTrue();
            assertThat(folders.having(ROWS.gt(1L)).exists()).isTrue();
            assertThat(folders.having(ROWS.gt(2L)).exists()).isFalse();
            assertThat(folders.offset(2).exists()).isFalse();
            assertThat(Folder.objects.filter(own.having(ROWS.gt(1L)).hasRows()).values(Folder_.name))
                    .containsExactly("first");
        });
    }

    @ParameterizedTest
    @EnumSource
    void groups_by_the_key_are_rows(Kind kind) {
        numbers(kind, () -> {
            var full = Folder.objects
                    .groupBy(Folder_.id)
                    .having(Note_.folder.count().gt(1L));

            assertThat(full.list()).extracting(it -> it.name).containsExactly("first");
            assertThat(full.count()).isEqualTo(1);
            assertThat(full.aggregate(Folder_.name.max())).hasValue("first");
            assertThat(full.update(Folder_.name.to("full"))).isEqualTo(1);
            assertThat(full.delete().total()).isGreaterThan(0);
            assertThat(Folder.objects.values(Folder_.name)).containsExactly("second");
        });
    }

    @ParameterizedTest
    @EnumSource
    void other_groups_are_no_rows_on_any_database(Kind kind) {
        numbers(kind, () -> {
            var folders = Note.objects.groupBy(Note_.folder);
            List<Runnable> wrong = List.of(
                    folders::list,
                    folders::first,
                    folders::one,
                    folders::delete,
                    () -> folders.forEach(it -> {}),
                    () -> folders.update(Note_.stars.to(1)),
                    () -> folders.aggregate(Note_.size.sum()),
                    () -> folders.annotate((note, rows) -> note.title + rows, ROWS));

            for (var each : wrong) {
                assertThatThrownBy(each::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("""
                            the rows of Note are in groups, by groupBy(), of which none is a row that could be read, \
                            changed, deleted or aggregated.
                            ask groups for values(), select(), count() or exists(), or leave groupBy() out.\
                            """);
            }
            assertThat(Note.objects.count()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void groups_among_several_sets_are_no_rows_either(Kind kind) {
        numbers(kind, () -> {
            var groups = Note.objects.groupBy(Note_.folder);
            var last = Note.objects.union(groups);
            var first = groups.orderBy(Note_.folder.asc()).limit(3).union(Note.objects);
            var deep = Note.objects.union(Note.objects.filter(Note_.stars.gt(0)).union(groups));

            for (var set : List.of(last, first, deep)) {
                List<Runnable> wrong = List.of(
                        set::list,
                        set::count,
                        set::exists,
                        set::delete,
                        () -> set.forEach(it -> {}),
                        () -> set.update(Note_.stars.to(1)),
                        () -> set.aggregate(Note_.size.sum()),
                        () -> set.limit(1).filter(Note_.stars.gt(0)),
                        () -> Folder.objects.filter(set.hasRows()),
                        () -> set.annotate((note, title) -> note.title + title, Note_.title));
                for (var each : wrong) {
                    assertThatThrownBy(each::run)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("combined")
                            .hasMessageContaining("groupBy()");
                }
                assertThat(set.values(Note_.folder)).hasSize(2);
            }
            assertThat(Note.objects.count()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void groups_of_several_sets_are_counted_by_what_all_have_in_common(Kind kind) {
        numbers(kind, () -> {
            var folders = Note.objects.groupBy(Note_.folder);
            var full = folders.having(ROWS.gt(1L));

            assertThat(folders.union(full).count()).isEqualTo(2);
            assertThat(folders.unionAll(full).count()).isEqualTo(3);
            assertThat(folders.except(full).count()).isEqualTo(1);
            assertThat(folders.unionAll(Note.objects).count()).isEqualTo(5);
            assertThat(folders.intersect(full).exists()).isTrue();
            assertThat(Folder.objects.filter(folders.union(full).hasRows()).count())
                    .isEqualTo(2);
            assertThatThrownBy(() ->
                            folders.union(Note.objects.groupBy(Note_.title)).count())
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Note.objects.union(Note.objects.groupBy(Note_.id)).count())
                    .isEqualTo(3);
        });
    }
}
