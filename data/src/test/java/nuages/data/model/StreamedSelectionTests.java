package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nuages.data.model.notes.Note;
import nuages.data.model.notes.Note_;
import nuages.testing.servers.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamedSelectionTests {
    record Pair(String title, long size) {}

    private static void numbers(Kind kind, Runnable test) {
        NoteBench.run(kind, () -> {
            NoteBench.numbers();
            test.run();
        });
    }

    @ParameterizedTest
    @EnumSource
    void values_and_records_are_handed_over_one_by_one(Kind kind) {
        numbers(kind, () -> {
            var notes = Note.objects.orderBy(Note_.id.asc());
            var titles = new ArrayList<String>();
            var pairs = new ArrayList<Pair>();
            var folders = new ArrayList<String>();
            var lists = new ArrayList<List<?>>();
            var lengths = new ArrayList<Integer>();

            notes.forEach(Note_.title, titles::add);
            notes.forEach(Pair::new, Note_.title, Note_.size, pairs::add);
            notes.forEach(String::toUpperCase, Note_.folder().name, folders::add);
            notes.forEach(List::of, Note_.title, Note_.size, Note_.done, lists::add);
            notes.forEach(it -> it.length, List.of(Note_.title, Note_.stars), lengths::add);

            assertThat(titles).containsExactly("a", "b", "c");
            assertThat(pairs).containsExactly(new Pair("a", 10), new Pair("b", 20), new Pair("c", 4));
            assertThat(folders).containsExactly("FIRST", "FIRST", "SECOND");
            assertThat(lists.getLast()).isEqualTo(List.of("c", 4L, false));
            assertThat(lengths).containsExactly(2, 2, 2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void of_no_rows_nothing_is_handed_over_and_an_error_ends_it(Kind kind) {
        numbers(kind, () -> {
            var titles = new ArrayList<String>();

            Note.objects.none().forEach(Note_.title, titles::add);

            assertThat(titles).isEmpty();
            assertThatThrownBy(() -> Note.objects.forEach(Note_.title, it -> {
                        titles.add(it);
                        throw new IllegalStateException("enough");
                    }))
                    .hasMessage("enough");
            assertThat(titles).hasSize(1);
        });
    }
}
