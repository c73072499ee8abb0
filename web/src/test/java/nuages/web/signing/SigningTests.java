package nuages.web.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuages.web.http.Cookie;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Status;
import org.junit.jupiter.api.Test;

/** The expected texts were written by Django, with this key at this moment. */
class SigningTests {
    private static final String SECRET = "django-insecure-research-key-0123456789";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String SESSIONS = "django.contrib.sessions.SessionStore";
    private static final Duration DAY = Duration.ofDays(1);

    private final Signing signing = at(NOW, SECRET);

    @Test
    void text_is_signed_as_django_does() {
        assertThat(signing.signer().sign("hello")).isEqualTo("hello:Tr5Q-2p9_UfKstmGpOxTRFb489Darbuuxeajzbe5ffw");
        assertThat(signing.signer().unsign("hello:Tr5Q-2p9_UfKstmGpOxTRFb489Darbuuxeajzbe5ffw"))
                .isEqualTo("hello");
    }

    @Test
    void values_are_dumped_as_django_does() {
        String signed = "eyJhIjoxfQ:1r31eq:VhDefld2yUQ4WtJkLoO1O5M2DYq_QxRL3WeeQLzPVlI";

        assertThat(signing.dumps(Map.of("a", 1), SESSIONS)).isEqualTo(signed);
        assertThat(signing.timestampSigner(SESSIONS).dumpsCompressed(Map.of("a", 1)))
                .isEqualTo(signed);
        assertThat(signing.loads(signed, SESSIONS, Letter.class, DAY)).isEqualTo(new Letter("1"));
    }

    @Test
    void cookies_are_signed_as_django_does() {
        String signed = "v:1r31eq:8utd9sxh8NrHzq4OgXIQxIsPuyqQd6a6iXcJy_u7RHc";

        assertThat(signing.sign(Cookie.of("name", "v"), "extra").value()).isEqualTo(signed);
        assertThat(signing.cookie(with("name", signed), "name", "extra", DAY)).contains("v");
    }

    @Test
    void a_cookie_that_was_changed_renamed_or_is_too_old_is_none() {
        String signed = signing.sign(Cookie.of("name", "v")).value();

        assertThat(signing.cookie(with("name", signed), "name", DAY)).contains("v");
        assertThat(signing.cookie(with("name", "w" + signed.substring(1)), "name", DAY))
                .isEmpty();
        assertThat(signing.cookie(with("other", signed), "other", DAY)).isEmpty();
        assertThat(signing.cookie(with("other", signed), "name", DAY)).isEmpty();
        assertThat(at(NOW.plus(DAY).plusSeconds(1), SECRET).cookie(with("name", signed), "name", DAY))
                .isEmpty();
    }

    @Test
    void digests_with_the_secret_key_are_djangos() {
        String salt = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash";

        assertThat(signing.hmacs(salt, "pbkdf2_sha256$1000000$abc$def"))
                .containsExactly("8d2181975002e65b747ae362fad78f96a207926198b34ca8642782d98080d59c");
    }

    @Test
    void what_an_older_key_signed_is_still_good_and_the_new_key_signs() {
        var later = at(NOW, "a new key that is just as secret as any", SECRET);

        assertThat(later.signer().unsign(signing.signer().sign("hello"))).isEqualTo("hello");
        assertThat(later.cookie(with("n", signing.sign(Cookie.of("n", "v")).value()), "n", DAY))
                .contains("v");
        assertThat(later.hmacs("salt", "x"))
                .hasSize(2)
                .endsWith(signing.hmacs("salt", "x").getFirst());
        assertThatThrownBy(() -> signing.signer().unsign(later.signer().sign("hello")))
                .isInstanceOf(BadSignature.class);
    }

    @Test
    void each_character_counts() {
        String signed = signing.timestampSigner("purpose").sign("héllo: wörld");

        assertThat(signing.timestampSigner("purpose").unsign(signed)).isEqualTo("héllo: wörld");
        for (int i = 0; i < signed.length(); i++) {
            char other = signed.charAt(i) == 'x' ? 'y' : 'x';
            String changed = signed.substring(0, i) + other + signed.substring(i + 1);
            assertThatThrownBy(() -> signing.timestampSigner("purpose").unsign(changed))
                    .isInstanceOf(BadSignature.class);
        }
    }

    @Test
    void a_bad_signature_is_a_bad_request_that_says_why_and_repeats_nothing() {
        assertThatThrownBy(() -> signing.signer().unsign("secret:nonsense"))
                .isInstanceOfSatisfying(
                        BadSignature.class, it -> assertThat(it.status()).isEqualTo(Status.BAD_REQUEST))
                .hasMessage(
                        "signed text has a signature that does not belong to it: it was changed on its way, or signed"
                                + " with a key or for a purpose that is not this one; after a change of the secret key,"
                                + " keep the old one among the fallbacks");
        assertThatThrownBy(() -> signing.signer().unsign("nothing"))
                .hasMessageStartingWith("signed text has no signature: ");
    }

    @Test
    void what_was_signed_for_one_purpose_is_refused_for_another() {
        String signed = signing.signer("one").sign("x");

        assertThatThrownBy(() -> signing.signer("two").unsign(signed)).isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> signing.cookieSigner("one").unsign(signed)).isInstanceOf(BadSignature.class);
    }

    @Test
    void text_can_be_too_old() {
        String signed = signing.timestampSigner().sign("x");

        assertThat(at(NOW.plus(DAY), SECRET).timestampSigner().unsign(signed, DAY))
                .isEqualTo("x");
        assertThatThrownBy(() -> at(NOW.plus(DAY).plusMillis(1), SECRET)
                        .timestampSigner()
                        .unsign(signed, DAY))
                .isInstanceOf(SignatureExpired.class)
                .hasMessage(
                        "the text was signed at 2023-11-14T22:13:20Z, which is more than PT24H ago: ask for a new one");
    }

    @Test
    void text_that_was_signed_without_the_time_has_none() {
        String signed = signing.signer("same").sign("x");
        String impossible = signing.signer("same").sign("x:zzzzzzzzzz");

        assertThatThrownBy(() -> signing.timestampSigner("same").unsign(signed))
                .isInstanceOf(BadSignature.class)
                .hasMessageStartingWith("signed text has no time: ");
        assertThatThrownBy(() -> signing.timestampSigner("same").unsign(impossible))
                .isInstanceOf(BadSignature.class);
    }

    @Test
    void what_repeats_itself_is_compressed_and_read_again() {
        var value = new Letter("again and again ".repeat(50));
        var signer = signing.timestampSigner("salt");

        String small = signer.dumpsCompressed(value);

        assertThat(small).startsWith(".").hasSizeLessThan(200);
        assertThat(signer.loads(small, Letter.class)).isEqualTo(value);
        assertThat(signer.loads(signer.dumps(value), Letter.class, DAY)).isEqualTo(value);
    }

    @Test
    void what_django_has_compressed_is_read() {
        String signed = ".eJyrVkpUslKqIBIo1QIA60QU3A:1r31eq:nbYFa7QlXzK3nIs_erSwgW_CKztFdei52UE4IT9DoJY";

        assertThat(signing.loads(signed, "s", Letter.class, DAY)).isEqualTo(new Letter("x".repeat(40)));
    }

    @Test
    void text_is_signed_with_the_time_as_django_does() {
        assertThat(signing.timestampSigner().sign("hello"))
                .isEqualTo("hello:1r31eq:0jx1P0-Qj-lb3U-EzxAPpHEUL60TLf89tSfqHPmKTno");
    }

    @Test
    void json_is_written_as_python_writes_it() {
        var value = new LinkedHashMap<String, Object>();
        value.put("é", List.of(1, 2.5, true));
        value.put("emoji", "\uD83D\uDE00\n\"\u0001");

        String packed = signing.dumps(value, "s").split(":", -1)[0];

        assertThat(new String(Base64.getUrlDecoder().decode(packed), StandardCharsets.UTF_8))
                .isEqualTo("{\"\\u00e9\":[1,2.5,true],\"emoji\":\"\\ud83d\\ude00\\n\\\"\\u0001\"}");
    }

    @Test
    void records_are_values_too() {
        record Ticket(String event, int seat) {}

        String signed = signing.dumps(new Ticket("play", 7), "tickets");

        assertThat(signing.loads(signed, "tickets", Ticket.class, DAY)).isEqualTo(new Ticket("play", 7));
        assertThatThrownBy(() -> signing.loads(signed, "tickets", Integer.class, DAY))
                .isInstanceOf(BadSignature.class)
                .hasMessageStartingWith("signed text is not the JSON of a Integer: its signature is good");
    }

    @Test
    void a_key_must_be_there_and_is_told_to_nobody() {
        assertThatThrownBy(() -> Signing.keys(" ", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Signing.keys(SECRET, List.of(""))).isInstanceOf(IllegalArgumentException.class);
        assertThat(signing.toString()).isEqualTo("signing with 1 key");
        assertThatThrownBy(() -> Signing.of(Request.builder(Method.GET, "/").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the site has no secret key, so it cannot sign anything: add"
                        + " settings.secretKey(env(\"SECRET_KEY\")) to the project");
    }

    @Test
    void a_request_carries_it() {
        var request = Request.builder(Method.GET, "/").build().with(Signing.KEY, signing);

        assertThat(Signing.of(request)).isSameAs(signing);
    }

    private record Letter(String a) {}

    private static Signing at(Instant now, String secret, String... fallbacks) {
        return Signing.keys(secret, List.of(fallbacks)).withClock(InstantSource.fixed(now));
    }

    private static Request with(String cookie, String value) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of("Cookie", cookie + "=" + value))
                .build();
    }
}
