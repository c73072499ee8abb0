package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTextsTests {
    private final HeaderTexts texts = new HeaderTexts();

    @Test
    void a_value_that_comes_again_is_the_same_and_another_one_is_the_other() {
        for (var value : List.of("text/html", "text/html", "text/html", "application/json", "text/html", "text/html")) {
            assertThat(added("Content-Type", value).getAll("content-type")).containsExactly(value);
        }
    }

    @Test
    void a_header_that_changes_each_time_is_never_an_older_one() {
        for (int i = 0; i < 100; i++) {
            assertThat(added("X-Request-ID", "request " + i).get("X-Request-ID"))
                    .isEqualTo("request " + i);
        }
        assertThat(added("X-Request-ID", "request 99").get("X-Request-ID")).isEqualTo("request 99");
    }

    @Test
    void what_is_not_ascii_is_handed_over_as_it_is() {
        for (int i = 0; i < 4; i++) {
            assertThat(added("X-Author", "Zo\u00eb").get("X-Author")).isEqualTo("Zo\u00eb");
        }
    }

    @Test
    void names_without_end_are_not_kept() {
        for (int i = 0; i < 1000; i++) {
            assertThat(added("X-" + i, "value").get("X-" + i)).isEqualTo("value");
        }
    }

    @Test
    void two_fields_of_a_name_are_two() {
        var fields = HttpHeaders.headers();
        for (var cookie : List.of("a=1", "b=2")) {
            texts.add("Set-Cookie", cookie, fields);
        }
        assertThat(fields.getAll(AsciiString.of("set-cookie"))).containsExactly("a=1", "b=2");
    }

    private MultiMap added(String name, String value) {
        var fields = HttpHeaders.headers();
        texts.add(name, value, fields);
        return fields;
    }
}
