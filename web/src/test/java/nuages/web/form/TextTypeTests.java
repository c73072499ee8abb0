package nuages.web.form;

import static nuages.web.form.Sending.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nuages.data.mapping.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTypeTests {
    enum Colour {
        RED,
        @Label("as the sea")
        BLUE_GREEN
    }

    record Numbers(byte a, short b, int c, long d, float e, double f, BigDecimal g, BigInteger h, char i) {}

    record Times(
            LocalDate a,
            LocalTime b,
            LocalDateTime c,
            Instant d,
            OffsetDateTime e,
            ZonedDateTime f,
            YearMonth g,
            Year h,
            Duration i) {}

    record Others(
            UUID a,
            URI b,
            ZoneId c,
            Colour d,
            boolean e,
            @Nullable Boolean f,
            String g) {}

    record Several(List<Integer> a, Set<Colour> b, List<String> c) {}

    record Amount(BigDecimal value) {}

    record Count(BigInteger value) {}

    record When(@Nullable Instant at, Optional<Duration> length) {}

    record Size(int width, int height) {}

    record Picture(Size size) {}

    /** To read them takes Java a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0.", "-", "1e"})
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void numbers_of_a_million_digits_are_not_read(String begin) {
        var sent = form("value", begin + "9".repeat(1_000_000));

        assertThat(Form.bind(Amount.class, sent)).isInstanceOf(Invalid.class);
        assertThat(Form.bind(Count.class, sent)).isInstanceOf(Invalid.class);
    }

    @Test
    void numbers_of_all_kinds() {
        var sent = form(
                "a",
                "-128",
                "b",
                "32767",
                "c",
                "+7",
                "d",
                "9223372036854775807",
                "e",
                "1.5",
                "f",
                "-1e3",
                "g",
                "1.50",
                "h",
                "123456789012345678901234567890",
                "i",
                "x");

        assertThat(Form.bind(Numbers.class, sent))
                .isEqualTo(new Valid<>(new Numbers(
                        (byte) -128,
                        (short) 32767,
                        7,
                        Long.MAX_VALUE,
                        1.5f,
                        -1000,
                        new BigDecimal("1.50"),
                        new BigInteger("123456789012345678901234567890"),
                        'x')));
    }

    @Test
    void times_of_all_kinds() {
        var zone = ZoneId.of("Europe/Berlin");
        var local = LocalDateTime.parse("2026-07-01T18:30");
        var sent = form(
                "a",
                "2026-03-31",
                "b",
                "18:30:05.123456789",
                "c",
                "2026-07-01 18:30",
                "d",
                "2026-07-01T18:30",
                "e",
                "2026-07-01T18:30",
                "f",
                "2026-07-01T16:30Z",
                "g",
                "2026-03",
                "h",
                "2026",
                "i",
                "1 day, 1:30:00.5");

        assertThat(Form.of(Times.class, zone).bind(sent))
                .isEqualTo(new Valid<>(new Times(
                        LocalDate.of(2026, 3, 31),
                        LocalTime.parse("18:30:05.123456"),
                        local,
                        local.atZone(zone).toInstant(),
                        local.atZone(zone).toOffsetDateTime(),
                        local.atZone(zone),
                        YearMonth.of(2026, 3),
                        Year.of(2026),
                        Duration.parse("PT25H30M0.5S"))));
    }

    @Test
    void other_values() {
        var id = UUID.fromString("3f0e8a52-9c1b-4c7e-8d56-0a1b2c3d4e5f");
        var sent = form(
                "a",
                "3f0e8a529c1b4c7e8d560a1b2c3d4e5f",
                "b",
                "https://site.org/",
                "c",
                "Europe/Berlin",
                "d",
                "BLUE_GREEN",
                "f",
                "false",
                "g",
                "a\r\nb\rc");

        assertThat(Form.bind(Others.class, sent))
                .isEqualTo(new Valid<>(new Others(
                        id,
                        URI.create("https://site.org/"),
                        ZoneId.of("Europe/Berlin"),
                        Colour.BLUE_GREEN,
                        false,
                        false,
                        "a\nb\nc")));
    }

    @Test
    void any_number_of_values() {
        var sent = form("a", "3", "a", "", "a", "3", "b", "RED", "b", "RED", "c", " x ");

        assertThat(Form.bind(Several.class, sent))
                .isEqualTo(new Valid<>(new Several(List.of(3, 3), Set.of(Colour.RED), List.of("x"))));
        assertThat(Form.bind(Several.class, form()))
                .isEqualTo(new Valid<>(new Several(List.of(), Set.of(), List.of())));
    }

    @Test
    void values_are_written_so_that_they_are_read_as_the_same() {
        var values = new Times(
                LocalDate.of(1, 1, 1),
                LocalTime.of(0, 0),
                LocalDateTime.parse("9999-12-31T23:59:59.999999"),
                Instant.parse("2026-07-01T18:30:00Z"),
                OffsetDateTime.parse("2026-07-01T18:30:01Z"),
                ZonedDateTime.parse("2026-07-01T18:30Z"),
                YearMonth.of(2026, 12),
                Year.of(1999),
                Duration.parse("PT-49H-1M-2.000003S"));
        var view = Form.of(Times.class).initial(values).show();
        var sent = view.fields().stream()
                .flatMap(it -> java.util.stream.Stream.of(it.name(), it.value()))
                .toArray(String[]::new);

        var bound = (Valid<Times>) Form.bind(Times.class, form(sent));

        assertThat(bound.value().i()).isEqualTo(values.i());
        assertThat(bound.value().d()).isEqualTo(values.d());
        assertThat(bound.value().e()).isEqualTo(values.e());
        assertThat(bound.value().c()).isEqualTo(values.c());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e1000000000",
                "NaN",
                "Infinity",
                "0x10",
                "1d",
                "1,5",
                "--1",
                "1 000",
                "+",
                "e",
                "١",
                "1e99999999999999999999"
            })
    void no_number(String text) {
        assertThat(Form.bind(Amount.class, form("value", text))).isInstanceOf(Invalid.class);
        assertThat(Form.bind(Amount.class, form("value", "1e-1000000000"))).isInstanceOf(Invalid.class);
        for (var field : List.of("a", "b", "c", "d", "e", "f", "h")) {
            var bound = (Invalid<Numbers>) Form.bind(Numbers.class, form(field, text));
            assertThat(bound.field(field).errors()).as(field).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a, 2026-02-30",
        "a, +999999999-01-01",
        "a, 0000-01-01",
        "a, 31.3.2026",
        "b, 24:00",
        "b, 9:00",
        "c, 2026-03-31",
        "c, 2026-03-31T",
        "d, 2026-03-31T18:30+99:00",
        "d, +10000-01-01T00:00Z",
        "d, 0001-01-01T00:00+18:00",
        "d, Z",
        "e, 2026-03-31T-18:30",
        "g, 2026-13",
        "h, 0",
        "h, 99999",
        "i, 1:2:3:4",
        "i, -",
        "i, 999999999 days 0:00:00",
        "i, PT9223372036854775807S",
        "i, P",
        "i, 1:-2:3"
    })
    void no_time(String field, String text) {
        var bound = (Invalid<Times>) Form.bind(Times.class, form(field, text));

        assertThat(bound.field(field).errors()).singleElement().asString().startsWith("must be ");
        assertThat(bound.field(field).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a, 1-1-1-1-1", "b, http://[", "c, Nowhere/Land", "d, red", "d, 0", "e, maybe", "f, perhaps"})
    void no_other_value(String field, String text) {
        var bound = (Invalid<Others>) Form.bind(Others.class, form(field, text));

        assertThat(bound.field(field).errors()).hasSize(1);
    }

    @Test
    void a_duration_is_read_as_people_write_it() {
        assertThat(Form.bind(When.class, form("length", "1:30")))
                .isEqualTo(new Valid<>(new When(null, Optional.of(Duration.ofSeconds(90)))));
        assertThat(Form.bind(When.class, form("length", "-2 3:00:00")))
                .isEqualTo(new Valid<>(new When(null, Optional.of(Duration.ofHours(-51)))));
        assertThat(Form.bind(When.class, form("length", "PT1H30M")))
                .isEqualTo(new Valid<>(new When(null, Optional.of(Duration.ofMinutes(90)))));
    }

    @Test
    void the_constants_of_an_enum_are_called_as_their_labels_say() {
        assertThat(Form.of(Others.class).show().field("d").choices())
                .containsExactly(Choice.of("RED", "Red"), Choice.of("BLUE_GREEN", "as the sea"));
    }

    @Test
    void only_what_is_among_the_choices_can_be_chosen() {
        var form = Form.of(Several.class).choices("c", List.of(Choice.of("x", "Ex"), Choice.of("y", "Why")));

        assertThat(form.bind(form("c", "y", "c", "x"))).isInstanceOf(Valid.class);
        var bound = (Invalid<Several>) form.bind(form("c", "y", "c", "z"));
        assertThat(bound.field("c").errors()).containsExactly("is not one of the choices");
        assertThat(bound.field("c").values()).containsExactly("y", "z");
    }

    @Test
    void types_of_ones_own_are_read_as_one_says() {
        var sizes = new TextType<Size>() {
            @Override
            public Class<Size> type() {
                return Size.class;
            }

            @Override
            public Optional<Size> read(String text) {
                var parts = text.split("x", -1);
                return parts.length != 2
                        ? Optional.empty()
                        : Optional.of(new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
            }

            @Override
            public String write(Size value) {
                return value.width() + "x" + value.height();
            }

            @Override
            public String expectation() {
                return "must be a width and a height, as in 3x4";
            }
        };
        var form = Form.of(Picture.class, ZoneId.of("UTC"), sizes);

        assertThat(form.bind(form("size", "3x4"))).isEqualTo(new Valid<>(new Picture(new Size(3, 4))));
        assertThat(((Invalid<Picture>) form.bind(form("size", "3")))
                        .field("size")
                        .errors())
                .containsExactly("must be a width and a height, as in 3x4");
        assertThat(form.bind(form("size", "3xy"))).isInstanceOf(Invalid.class);
    }
}
