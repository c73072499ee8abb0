package nuages.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {
    private static final List<Integer> ITEMS =
            IntStream.rangeClosed(1, 25).boxed().toList();

    @ParameterizedTest
    @CsvSource({"'', 1, 1, 10", "page=1, 1, 1, 10", "page=2, 2, 11, 20", "page=3, 3, 21, 25", "page=last, 3, 21, 25"})
    void a_request_names_its_page(String query, long number, int first, int last) {
        var page = Page.of(ITEMS, request(query), 10);

        assertThat(page.number()).isEqualTo(number);
        assertThat(page.items().getFirst()).isEqualTo(first);
        assertThat(page.items().getLast()).isEqualTo(last);
        assertThat(page.firstItem()).isEqualTo(first);
        assertThat(page.lastItem()).isEqualTo(last);
        assertThat(page.pages()).isEqualTo(3);
        assertThat(page.hasNext()).isEqualTo(number < 3);
        assertThat(page.hasPrevious()).isEqualTo(number > 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=4", "page=-1", "page=first", "page=", "page=99999999999999999999"})
    void a_page_that_is_not_there_is_not_found(String query) {
        assertThatThrownBy(() -> Page.of(ITEMS, request(query), 10)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_first_page_of_nothing_is_empty() {
        var page = Page.of(List.of(), request(""), 10);

        assertThat(page.items()).isEmpty();
        assertThat(page.pages()).isOne();
        assertThat(page.hasOthers()).isFalse();
        assertThat(page.firstItem()).isZero();
        assertThat(page.links()).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, '[1, 2, 3, 4, 5]'",
        "1, 50, '[1, 2, 3, 4, 0, 49, 50]'",
        "10, 50, '[1, 2, 0, 7, 8, 9, 10, 11, 12, 13, 0, 49, 50]'",
        "50, 50, '[1, 2, 0, 47, 48, 49, 50]'",
        "6, 50, '[1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 49, 50]'"
    })
    void links_leave_out_what_is_far_away(long number, int pages, String links) {
        var page = new Page<>(List.of(), number, 1, pages);

        assertThat(page.links()).hasToString(links);
    }

    @Test
    void links_of_a_million_pages_are_found_at_once() {
        assertThat(new Page<>(List.of(), 500_000_000L, 1, 1_000_000_000L).links())
                .hasSize(13);
    }

    private static Request request(String query) {
        return Request.builder(Method.GET, "/").query(query).build();
    }
}
