package nuages.web.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTests {
    private static final Instant MOMENT = Instant.parse("2026-03-07T15:05:09Z");

    private final TemplateSettings settings = TemplateSettings.standard();

    private @Nullable Object filter(String name, @Nullable Object value, @Nullable Object... arguments)
            throws Exception {
        return filter(Locale.ENGLISH, name, value, arguments);
    }

    private @Nullable Object filter(Locale locale, String name, @Nullable Object value, @Nullable Object... arguments)
            throws Exception {
        var clock = Clock.fixed(MOMENT, ZoneId.of("Europe/Berlin"));
        var call = new Call(Arrays.asList(arguments), Map.of(), locale, clock, null);
        return Objects.requireNonNull(settings.filters().get(name)).apply(value, call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "j M Y | 7 Mar 2026",
                "N j, Y | March 7, 2026",
                "Y-m-d H:i:s | 2026-03-07 16:05:09",
                "l jS F y | Saturday 7th March 26",
                "D d b | Sat 07 mar",
                "P | 4:05 p.m.",
                "g:i A | 4:05 PM",
                "c | 2026-03-07T16:05:09+01:00",
                "r | Sat, 7 Mar 2026 16:05:09 +0100",
                "U | 1772895909",
                "z W o t L w | 66 10 2026 31 False 6",
                "\\Y\\e\\a\\r Y e | Year 2026 Europe/Berlin"
            })
    void dates_are_written_by_djangos_letters_in_the_time_zone_of_the_site(String letters, String written)
            throws Exception {
        assertThat(filter("date", MOMENT, letters)).isEqualTo(written);
    }

    @Test
    void dates_without_a_time_and_times_without_a_date_are_dates_and_times() throws Exception {
        assertThat(filter("date", LocalDate.of(2026, 11, 22))).isEqualTo("Nov. 22, 2026");
        assertThat(filter("time", LocalTime.of(12, 0))).isEqualTo("noon");
        assertThat(filter("date", null)).isEqualTo("");
        assertThat(filter(Locale.GERMAN, "date", LocalDate.of(2026, 12, 1), "j. F Y"))
                .isEqualTo("1. Dezember 2026");
        assertThatThrownBy(() -> filter("date", LocalDate.of(2026, 11, 22), "H:i"))
                .hasMessageContaining("2026-11-22 has not all that \"H:i\" asks for");
        assertThatThrownBy(() -> filter("date", "today"))
                .hasMessageContaining("\"today\" (String) is no date and no time");
    }

    @Test
    void spans_are_written_in_two_units_that_are_next_to_each_other() throws Exception {
        assertThat(filter("timesince", MOMENT.minusSeconds(3 * 86_400 + 2 * 3600 + 60)))
                .isEqualTo("3\u00a0days, 2\u00a0hours");
        assertThat(filter("timesince", MOMENT.minusSeconds(7 * 86_400 + 60))).isEqualTo("1\u00a0week");
        assertThat(filter("timeuntil", MOMENT.plusSeconds(60))).isEqualTo("1\u00a0minute");
        assertThat(filter("timesince", MOMENT.plusSeconds(60))).isEqualTo("0\u00a0minutes");
    }

    @Test
    void numbers_are_written_as_their_language_has_them() throws Exception {
        assertThat(filter("floatformat", 34.26)).isEqualTo("34.3");
        assertThat(filter("floatformat", 34.0)).isEqualTo("34");
        assertThat(filter("floatformat", 34.0, 3)).isEqualTo("34.000");
        assertThat(filter("floatformat", 0.5, 0)).isEqualTo("1");
        assertThat(filter(Locale.GERMAN, "floatformat", new BigDecimal("1.25"), 2))
                .isEqualTo("1,25");
        assertThat(filter("intcomma", -1234567)).isEqualTo("-1,234,567");
        assertThat(filter("intcomma", 123)).isEqualTo("123");
        assertThat(filter(Locale.GERMAN, "intcomma", 1234.5)).isEqualTo("1.234,5");
        assertThat(filter("filesizeformat", 123456789)).isEqualTo("117.7 MB");
        assertThat(filter("filesizeformat", 1)).isEqualTo("1 byte");
        assertThat(filter("divisibleby", 21, 7)).isEqualTo(true);
        assertThat(filter("add", 4, 2)).hasToString("6");
    }

    @Test
    void words_follow_their_number() throws Exception {
        assertThat(filter("pluralize", 1)).isEqualTo("");
        assertThat(filter("pluralize", 2)).isEqualTo("s");
        assertThat(filter("pluralize", List.of(1), "y,ies")).isEqualTo("y");
        assertThat(filter("pluralize", 0, "y,ies")).isEqualTo("ies");
        assertThatThrownBy(() -> filter("pluralize", 1, "a,b,c")).hasMessageContaining("has 3 endings");
        assertThat(filter("yesno", true)).isEqualTo("yes");
        assertThat(filter("yesno", null)).isEqualTo("maybe");
        assertThat(filter("yesno", null, "yeah,nope")).isEqualTo("nope");
    }

    @Test
    void text_is_cut_and_shaped() throws Exception {
        assertThat(filter("truncatechars", "Joel is a slug", 7)).isEqualTo("Joel i…");
        assertThat(filter("truncatechars", "Joel", 7)).isEqualTo("Joel");
        assertThat(filter("truncatewords", "Joel is a slug", 2)).isEqualTo("Joel is …");
        assertThat(filter("wordcount", " Joel  is a slug ")).isEqualTo(4);
        assertThat(filter("slugify", " Joël is a - slug_! ")).isEqualTo("joel-is-a-slug");
        assertThat(filter("capfirst", "django")).isEqualTo("Django");
        assertThat(filter("cut", "a b c", " ")).isEqualTo("abc");
        assertThat(filter("striptags", "<b>Joel</b> <<script>script>is</script> 1 < 2"))
                .isEqualTo("Joel is 1 < 2");
    }

    /** A square of the length, or a number written out, would take minutes and the memory of the machine. */
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_was_made_to_cost_much_does_not() throws Exception {
        assertThat(filter("striptags", "<".repeat(100_000) + "a>".repeat(100_000)))
                .asString()
                .doesNotContain("<")
                .endsWith("a>");
        assertThat(filter("striptags", "<a".repeat(500_000))).isEqualTo("");
        assertThat(filter("urlize", "a@".repeat(500_000))).asString().hasSize(1_000_000);
        assertThat(filter("urlize", "(".repeat(500_000) + "https://" + ".".repeat(500_000)))
                .asString()
                .hasSizeGreaterThan(1_000_000);
        assertThat(filter("linebreaks", "\r\n".repeat(500_000))).isNotNull();
        assertThat(filter("wordcount", " \t".repeat(500_000))).isEqualTo(0);
        assertThat(filter("slugify", "-".repeat(500_000))).isEqualTo("");
        for (String number : List.of("1e999999999", "1e-999999999", "9".repeat(500_000))) {
            for (String name : List.of("intcomma", "floatformat", "filesizeformat", "pluralize")) {
                assertThatThrownBy(() -> filter(name, number))
                        .hasMessage("a number has more than 1000 digits: check what comes from outside with a form,"
                                + " before a template shows it");
            }
        }
    }

    @Test
    void what_people_wrote_becomes_html_without_their_markup() throws Exception {
        assertThat(filter("linebreaks", "a\r\n<b>\n\n\nc")).hasToString("<p>a<br>&lt;b&gt;</p>\n\n<p>c</p>");
        assertThat(filter("linebreaksbr", new Markup("<i>a</i>\nb"))).hasToString("<i>a</i><br>b");
        assertThat(filter("urlize", "see (https://a.org/?b=1&c=\"><script>), www.b.org. or me@c.org <i>"))
                .hasToString("see (<a href=\"https://a.org/?b=1&amp;c=&quot;&gt;&lt;script\" rel=\"nofollow\">"
                        + "https://a.org/?b=1&amp;c=&quot;&gt;&lt;script</a>&gt;), "
                        + "<a href=\"https://www.b.org\" rel=\"nofollow\">www.b.org</a>. or"
                        + " <a href=\"mailto:me@c.org\">me@c.org</a> &lt;i&gt;");
        assertThat(filter("urlize", "javascript:alert(1)")).hasToString("javascript:alert(1)");
    }

    @Test
    void what_goes_into_scripts_ends_neither_text_nor_script() throws Exception {
        assertThat(filter("json_script", Map.of("a", "</script>&"), "data"))
                .hasToString("<script id=\"data\" type=\"application/json\">"
                        + "{\"a\":\"\\u003C/script\\u003E\\u0026\"}</script>");
        assertThat(filter("escapejs", "'; alert(\"</script>\")\n\\"))
                .hasToString("\\u0027\\u003B alert(\\u0022\\u003C/script\\u003E\\u0022)\\u000A\\u005C");
    }
}
