package nuages.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nuages.data.model.QuerySet;
import nuages.testing.servers.Kind;
import nuages.web.form.ShelfBench;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Author_;
import nuages.web.http.BadRequest;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyPageTests {
    private static final QuerySet<Author> BY_NAME = Author.objects.orderBy(Author_.name.asc());

    @ParameterizedTest
    @EnumSource
    void pages_lead_to_the_end_and_back(Kind kind) {
        ShelfBench.on(kind, () -> {
            List.of("Eve", "Ada", "Cid", "Bob", "Dan").forEach(ShelfBench::author);

            var first = page("");
            assertThat(names(first)).containsExactly("Ada", "Bob");
            assertThat(first.hasPrevious()).isFalse();

            var second = page("after=" + first.after().orElseThrow());
            assertThat(names(second)).containsExactly("Cid", "Dan");

            var last = page("after=" + second.after().orElseThrow());
            assertThat(names(last)).containsExactly("Eve");
            assertThat(last.hasNext()).isFalse();

            var back = page("before=" + last.before().orElseThrow());
            assertThat(names(back)).containsExactly("Cid", "Dan");
            assertThat(back.hasNext()).isTrue();

            var start = page("before=" + back.before().orElseThrow());
            assertThat(names(start)).containsExactly("Ada", "Bob");
            assertThat(start.hasPrevious()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_added_meanwhile_moves_no_row_to_another_page(Kind kind) {
        ShelfBench.on(kind, () -> {
            List.of("Ada", "Bob", "Cid", "Dan").forEach(ShelfBench::author);
            var first = page("");
            ShelfBench.author("Abe");

            assertThat(names(page("after=" + first.after().orElseThrow()))).containsExactly("Cid", "Dan");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_is_gone_leads_to_the_first_page_and_no_key_to_400(Kind kind) {
        ShelfBench.on(kind, () -> {
            ShelfBench.author("Ada");

            assertThat(names(page("after=4711"))).containsExactly("Ada");
            assertThatThrownBy(() -> page("after=x")).isInstanceOf(BadRequest.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void pages_by_number_take_two_queries(Kind kind) {
        ShelfBench.on(kind, () -> {
            List.of("Ada", "Bob", "Cid").forEach(ShelfBench::author);

            assertThat(ShelfBench.queries(() -> assertThat(
                                    Page.of(BY_NAME, request("page=2"), 2).items())
                            .extracting(it -> it.name)
                            .containsExactly("Cid")))
                    .hasSize(2);
            assertThatThrownBy(() -> Page.of(BY_NAME, request("page=3"), 2)).isInstanceOf(NotFound.class);
        });
    }

    private static KeyPage<Author> page(String query) {
        return KeyPage.of(BY_NAME, request(query), 2);
    }

    private static Request request(String query) {
        return Request.builder(Method.GET, "/").query(query).build();
    }

    private static List<String> names(KeyPage<Author> page) {
        return page.items().stream().map(it -> it.name).toList();
    }
}
