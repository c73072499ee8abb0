package tfb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nuages.testing.Client;
import nuages.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WebTest(Site.class)
class TfbTests {
    private static final Pattern ROW = Pattern.compile("<tr><td>(\\d+)</td><td>(.*)</td></tr>");

    @Test
    void a_greeting_is_sent_as_json_and_as_text(Client client) {
        for (var url : List.of("/json", "/thread/json")) {
            var json = client.get(url);
            assertThat(json.text()).isEqualTo("{\"message\":\"Hello, World!\"}");
            assertThat(json.headers().first("Content-Type")).contains("application/json");
        }
        for (var url : List.of("/plaintext", "/thread/plaintext")) {
            var text = client.get(url);
            assertThat(text.text()).isEqualTo("Hello, World!");
            assertThat(text.headers().first("Content-Type").orElseThrow()).startsWith("text/plain");
        }
    }

    @Test
    void a_row_is_one_of_those_in_the_table(Client client) {
        var row = client.get("/db").json(Workloads.Row.class);

        assertThat(World.objects.get(row.id()).randomNumber).isEqualTo(row.randomNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "?queries=, 1",
        "?queries=abc, 1",
        "?queries=0, 1",
        "?queries=-7, 1",
        "?queries=1.5, 1",
        "?queries=2, 2",
        "?queries=500, 500",
        "?queries=501, 500",
        "?queries=99999999999, 500",
        "?queries=99999999999999999999, 1",
    })
    void as_many_rows_are_read_as_are_wanted_from_one_to_five_hundred(String query, int expected, Client client) {
        var rows = client.get("/queries" + query).json(Workloads.Row[].class);

        assertThat(rows).hasSize(expected).allSatisfy(it -> {
            assertThat(it.id()).isBetween(1, World.ROWS);
            assertThat(it.randomNumber()).isBetween(1, World.ROWS);
        });
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "?queries=abc, 1", "?queries=0, 1", "?queries=20, 20", "?queries=501, 500"})
    void rows_are_changed_and_each_is_another(String query, int expected, Client client) {
        var rows = client.get("/updates" + query).json(Workloads.Row[].class);

        assertThat(rows).hasSize(expected);
        assertThat(Arrays.stream(rows).map(Workloads.Row::id)).doesNotHaveDuplicates();
        var kept =
                World.objects.inBulk(Arrays.stream(rows).map(Workloads.Row::id).toList());
        assertThat(Arrays.stream(rows).map(it -> requireNonNull(kept.get(it.id()))))
                .extracting(it -> it.randomNumber)
                .containsExactly(
                        Arrays.stream(rows).map(Workloads.Row::randomNumber).toArray(Integer[]::new));
    }

    @Test
    void fortunes_are_in_the_order_of_their_sentences_and_none_is_a_script(Client client) {
        var page = client.get("/fortunes");

        assertThat(page.headers().first("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.text()).startsWith("<!DOCTYPE html>").doesNotContain("<script");
        var rows = ROW.matcher(page.text()).results().toList();
        assertThat(rows.stream().map(it -> it.group(1)))
                .containsExactly("11", "4", "5", "2", "8", "0", "3", "7", "10", "6", "9", "1", "12");
        assertThat(rows.getFirst().group(2))
                .isEqualTo("&lt;script&gt;alert(&quot;This should not be displayed in a browser alert box.&quot;);"
                        + "&lt;/script&gt;");
        assertThat(rows.get(5).group(2)).isEqualTo("Additional fortune added at request time.");
        assertThat(rows.getLast().group(2)).isEqualTo("フレームワークのベンチマーク");
    }

    @Test
    void tables_that_are_there_and_empty_are_filled_and_others_are_left_alone() {
        World.objects.delete();
        Fortune.objects.filter(Fortune_.id.isNot(7)).delete();

        Rows.createIfMissing();

        assertThat(World.objects.count()).isEqualTo(World.ROWS);
        assertThat(Fortune.objects.count()).isOne();
    }
}
