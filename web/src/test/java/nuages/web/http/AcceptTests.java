package nuages.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTests {
    private static Request sending(String... accept) {
        var headers = Headers.none();
        for (var each : accept) {
            headers = headers.and("Accept", each);
        }
        return Request.to(Method.GET, "/").headers(headers).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html                                  | text/html                | true
        text/html                                  | text/plain               | false
        TEXT/Html; Q=0.5                           | text/HTML                | true
        text/*                                     | text/csv                 | true
        text/*                                     | application/json         | false
        */*                                        | image/png                | true
        *                                          | image/png                | true
        text/*, text/html;q=0                      | text/html                | false
        text/*;q=0, text/html                      | text/html                | true
        */*, text/html;q=0.0                       | text/html                | false
        text/html;level=1                          | text/html                | false
        text/html;level=1                          | text/html;level=1        | true
        text/html;level=1;q=0, text/html           | text/html;level=1        | false
        text/html                                  | text/html; charset=utf-8 | true
        text/html;q=x                              | text/html                | true
        text/html;q=NaN                            | text/html                | true
        text/html;q=-1                             | text/html                | false
        ,, ;q=1, text                              | text/html                | false
        text/html, ;, ;;                           | text/html                | true
        application/json, text/html; q=0.001       | text/html                | true
        """)
    void the_narrowest_range_says_whether_a_type_is_taken(String accept, String type, boolean taken) {
        assertThat(sending(accept).accepts(type)).isEqualTo(taken);
    }

    @Test
    void who_says_nothing_takes_everything() {
        assertThat(sending().accepts("text/html")).isTrue();
        assertThat(sending("").accepts("text/html")).isTrue();
        assertThat(sending().preferred("text/csv", "text/html")).contains("text/csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        text/html, application/json;q=0.9             | application/json text/html | text/html
        text/html;q=0.8, application/json;q=0.9       | text/html application/json | application/json
        */*;q=0.1, application/json                   | text/html application/json | application/json
        */*                                           | text/csv application/json  | text/csv
        text/*;q=0.3, text/html;q=0.7, text/csv;q=0.4 | text/plain text/csv        | text/csv
        image/png                                     | text/html application/json | none
        application/json;q=0                          | application/json           | none
        """)
    void the_type_that_is_liked_most_is_found(String accept, String offered, @Nullable String expected) {
        assertThat(sending(accept).preferred(offered.split(" "))).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void several_headers_are_one_list() {
        var request = sending("text/html;q=0.5", "application/json");

        assertThat(Arrays.asList("text/html", "application/json")).allMatch(request::accepts);
        assertThat(request.preferred("text/html", "application/json")).contains("application/json");
    }
}
