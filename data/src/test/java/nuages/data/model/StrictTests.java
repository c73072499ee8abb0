package nuages.data.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import nuages.data.connection.Action;
import nuages.data.connection.Statements.Strict;
import nuages.data.connection.Work;
import nuages.data.error.RepeatedQuery;
import nuages.data.model.library.Author;
import nuages.data.model.library.Book;
import nuages.testing.servers.Kind;
import org.junit.jupiter.api.Test;

class StrictTests {
    private static void work(Strict strict, Action<? extends RuntimeException> test) {
        try (var bench = new LibraryBench(Kind.SQLITE)) {
            Work.of("fill", bench.databases).run(() -> {
                for (int i = 0; i < 4; i++) {
                    var author = Author.objects.create(it -> it.name = "Author");
                    Book.objects.create(it -> it.author = Ref.to(author));
                }
            });
            Work.of("GET /books/", bench.databases).strict(strict).run(test);
        }
    }

    private static void fetchOneByOne() {
        for (long i = 0; i < 4; i++) {
            Book.objects.offset(i).limit(1).one().author.fetch();
        }
    }

    @Test
    void references_that_are_fetched_one_by_one_are_told_with_their_line_and_what_to_add() {
        work(
                Strict.FAIL,
                () -> assertThatThrownBy(StrictTests::fetchOneByOne)
                        .isInstanceOf(RepeatedQuery.class)
                        .hasMessageMatching("\"GET /books/\" at StrictTests.java:\\d+ asked 3 times for Book.author, "
                                + "each time in a query of its own.\n"
                                + "add .with\\(Book_.author\\) to the query that reads the rows, so that both come "
                                + "together."));
    }

    @Test
    void rows_that_belong_to_one_are_told_when_they_are_fetched_one_by_one() {
        work(
                Strict.FAIL,
                () -> assertThatThrownBy(() -> {
                            for (long i = 1; i < 5; i++) {
                                Author.objects
                                        .offset(i - 1)
                                        .limit(1)
                                        .one()
                                        .books()
                                        .fetch();
                            }
                        })
                        .hasMessageContaining("add .withMany(Book_.author) to the query"));
    }

    @Test
    void rows_that_are_looked_up_by_key_one_by_one_are_told() {
        work(
                Strict.FAIL,
                () -> assertThatThrownBy(() -> {
                            for (long i = 1; i < 5; i++) {
                                Author.objects.find(i);
                            }
                        })
                        .hasMessageContaining("inBulk(keys)"));
    }

    @Test
    void different_lines_may_ask_for_the_same() {
        work(Strict.FAIL, () -> {
            Author.objects.find(1L);
            Author.objects.find(1L);
            Author.objects.find(1L);
            Author.objects.find(1L);
        });
    }

    @Test
    void fetching_for_all_at_once_is_not_told() {
        work(Strict.FAIL, () -> {
            for (var book : Book.objects.list()) {
                book.author.fetch();
            }
        });
    }

    @Test
    void warnings_and_leniency_let_it_go_on() {
        work(Strict.WARN, StrictTests::fetchOneByOne);
        work(Strict.OFF, StrictTests::fetchOneByOne);
    }

    @Test
    void a_work_counts_its_statements_and_those_of_its_forks() {
        work(Strict.OFF, () -> {
            var statements = Work.current().statements();
            var counts = new ArrayList<Long>();

            var during = statements.during(() -> {
                Author.objects.count();
                counts.add(forked());
            });

            assertThat(counts).containsExactly(4L);
            assertThat(during).hasSize(2).allMatch(it -> it.startsWith("select count(*)"));
            assertThat(statements.count()).isEqualTo(2);
        });
    }

    private static long forked() {
        try {
            return Work.current().fork(() -> Book.objects.count()).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
