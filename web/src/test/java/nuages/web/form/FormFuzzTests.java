package nuages.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nuages.web.http.BadRequest;
import nuages.web.http.PercentEncoding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is sent becomes a value, a form with faults, or a bad request, and can be shown. */
class FormFuzzTests {
    enum Suit {
        HEARTS,
        SPADES
    }

    record Everything(
            @NotBlank @Size(max = 20) @Pattern(regexp = "[a-zA-Z ]*")
            String a,

            Optional<@Email String> b,
            int c,
            @Nullable Long d,
            @Positive double e,
            @Digits(integer = 3, fraction = 2) BigDecimal f,
            @Nullable BigInteger g,
            boolean h,
            @Nullable Boolean i,
            Suit j,
            @Past LocalDate k,
            @Nullable LocalTime l,
            @Nullable LocalDateTime m,
            Optional<Instant> n,
            @Nullable OffsetDateTime o,
            @Nullable YearMonth p,
            @Nullable Duration q,
            @Nullable UUID r,
            @Nullable URI s,
            @Nullable ZoneId t,
            List<@Size(max = 3) String> u,
            Set<Suit> v,
            @Size(max = 2) List<Integer> w) {}

    private static final String NAMES = "abcdefghijklmnopqrstuvwxy";
    private static final List<String> SEEDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9",
            "1e-400",
            "1E+2147483647",
            "99999999999999999999",
            "0x1F",
            "NaN",
            "HEARTS",
            "hearts",
            "on",
            "true",
            "maybe",
            "a@b.c",
            "@",
            "2026-02-29",
            "2024-02-29",
            "2026-03-31T18:30",
            "2026-03-31T18:30:00Z",
            "2026-03-31 18:30+25:00",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01",
            "24:00",
            "18:30:60",
            "1 day, 2:03:04",
            "P1Y",
            "PT-9223372036854775808S",
            "1-1-1-1-1",
            "3f0e8a52-9c1b-4c7e-8d56-0a1b2c3d4e5f",
            "http://[::1",
            "//a?b#c",
            "Europe/Berlin",
            "GMT+99",
            "../../x",
            "<script>alert(1)</script>",
            "\"'><",
            "%00",
            "\u0000",
            "\uD83D\uDE00",
            "\u202E",
            "١٢٣",
            "a\r\nb",
            "é",
            "${1+1}",
            "{min}",
            "aaaaaaaaaaaaaaaaaaaaaaaa!");

    private final Random random = new Random(7);
    private final Form<Everything> form = Form.of(Everything.class);
    private final FormSet<Everything> set = FormSet.of(form).deletable().ordered();

    private String value() {
        var seed = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = random.nextInt(3); i > 0 && !seed.isEmpty(); i--) {
            int at = random.nextInt(seed.length());
            switch (random.nextInt(4)) {
                case 0 -> seed.deleteCharAt(at);
                case 1 -> seed.insert(at, (char) (32 + random.nextInt(0x2000)));
                case 2 -> seed.append(SEEDS.get(random.nextInt(SEEDS.size())));
                default -> seed.setCharAt(at, (char) (1 + random.nextInt(127)));
            }
        }
        return seed.toString();
    }

    private String body(String prefix, int fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields; i++) {
            body.append(prefix)
                    .append(NAMES.charAt(random.nextInt(NAMES.length())))
                    .append('=');
            try {
                body.append(PercentEncoding.query(value())).append('&');
            } catch (IllegalArgumentException halfOfAPair) {
                body.append("%ED%A0%80&");
            }
        }
        return body.toString();
    }

    private static void isHandled(Runnable binding) {
        try {
            binding.run();
        } catch (BadRequest _) {
            // the body was no form
        }
    }

    @Test
    void forms_are_never_an_error() {
        int times = Integer.getInteger("nuages.fuzz", 3_000);
        for (int i = 0; i < times; i++) {
            var body = body("", 30);
            isHandled(() -> {
                switch (form.bind(Sending.encoded(body))) {
                    case Valid<Everything>(var value) ->
                        assertThat(form.initial(value).show().html()).isNotEmpty();
                    case Invalid<Everything> it -> assertThat(it.html()).doesNotContain("<script>");
                }
            });
        }
    }

    @Test
    void sets_of_forms_are_never_an_error() {
        for (int i = 0; i < 300; i++) {
            var body = "form-TOTAL_FORMS=" + random.nextInt(4) + "&form-INITIAL_FORMS=" + random.nextInt(3) + "&"
                    + body("form-0-", 9) + body("form-1-", 9) + body("form-TOTAL_FORMS&form-0-DELETE&form-1-ORDER", 1);
            isHandled(() -> assertThat(set.bind(Sending.encoded(body))).isNotNull());
        }
    }

    @Test
    void ten_thousand_values_of_a_field_are_read_in_little_time() {
        var body = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            body.append("u=").append(i).append("&v=HEARTS&w=").append(i).append('&');
        }
        var begin = System.nanoTime();

        var bound = (Invalid<Everything>) form.bind(Sending.encoded(body.toString()));

        assertThat(bound.field("u").values()).hasSize(10_000);
        assertThat(bound.html()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
}
