package nuages.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nuages.data.connection.Block;
import nuages.session.store.SessionStore.Content;
import nuages.session.store.SessionStore.Stored;
import nuages.web.signing.Signing;
import org.junit.jupiter.api.Test;

/** What each store promises. The ids and texts that are expected were written by Django. */
abstract class SessionStoreContract {
    static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    static final Instant LATER = NOW.plusSeconds(3600);
    static final Signing SIGNING = at(NOW, "django-insecure-research-key-0123456789");

    abstract SessionStore store();

    /** Runs code where the store works. */
    abstract <R, X extends Exception> R within(Block<R, X> code) throws X;

    @Test
    void what_is_kept_is_found() {
        String id = within(() -> store().create(content("a", 1), SIGNING));

        var found = within(() -> store().load(id, SIGNING)).orElseThrow();

        assertThat(found.id()).isEqualTo(id);
        assertThat(found.values()).isEqualTo(Map.of("a", 1));
        assertThat(found.saved()).isEqualTo(NOW);
        if (found.expires() != null) {
            assertThat(found.expires()).isEqualTo(LATER);
        }
    }

    @Test
    void what_was_never_given_out_leads_nowhere() {
        for (String id :
                List.of("", "x", "a".repeat(32), "a".repeat(5000), "../../etc", "eyJhIjoxfQ:1r31eq:VhDefld2y")) {
            assertThat(within(() -> store().load(id, SIGNING))).isEmpty();
        }
    }

    @Test
    void what_was_signed_with_another_key_is_nothing_until_that_key_is_a_fallback() {
        String id = within(() -> store().create(content("a", 1), SIGNING));
        String other = "another key, of as many characters as one must have";
        var without = Signing.keys(other, List.of());
        var with = Signing.keys(other, List.of("django-insecure-research-key-0123456789"));

        assertThat(within(() -> store().load(id, without))).isEmpty();
        assertThat(within(() -> store().load(id, with))).isPresent();
    }

    @Test
    void a_session_is_changed() {
        String id = within(() -> store().create(content("a", 1), SIGNING));

        String changed =
                within(() -> store().update(load(id), put("b", "two"), SIGNING)).orElseThrow();

        assertThat(within(() -> load(changed).values())).isEqualTo(Map.of("a", 1, "b", "two"));
    }

    @Test
    void a_session_gets_another_id() {
        String id = within(() -> store().create(content("a", 1), SIGNING));

        String other = within(() -> store().replace(load(id), content("a", 2), SIGNING));

        assertThat(other).isNotEqualTo(id);
        assertThat(within(() -> load(other).values())).isEqualTo(Map.of("a", 2));
    }

    @Test
    void values_of_every_kind_that_json_has_are_kept() {
        var values = new LinkedHashMap<String, Object>();
        values.put("text", "Grüße 'n \"co\" \u0000 \uD83D\uDE00");
        values.put("numbers", List.of(1, -2L, 3_000_000_000L, 1.5));
        values.put("map", Map.of("yes", true, "deeper", Map.of("list", List.of("x"))));
        values.put("long", "again ".repeat(500));

        String id = within(() -> store().create(new Content(values, LATER), SIGNING));

        assertThat(within(() -> load(id).values()).toString()).isEqualTo(values.toString());
    }

    Stored load(String id) {
        return store().load(id, SIGNING).orElseThrow();
    }

    static Content content(String name, Object value) {
        return new Content(Map.of(name, value), LATER);
    }

    static Function<Map<String, Object>, Content> put(String name, Object value) {
        return latest -> {
            var changed = new LinkedHashMap<>(latest);
            changed.put(name, value);
            return new Content(changed, LATER);
        };
    }

    static Signing at(Instant now, String secret) {
        return Signing.keys(secret, List.of()).withClock(InstantSource.fixed(now));
    }
}
