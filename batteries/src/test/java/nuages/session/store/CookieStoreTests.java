package nuages.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nuages.data.connection.Block;
import org.junit.jupiter.api.Test;

class CookieStoreTests extends SessionStoreContract {
    private final SessionStore store = new CookieStore();

    @Override
    SessionStore store() {
        return store;
    }

    @Override
    <R, X extends Exception> R within(Block<R, X> code) throws X {
        return code.run();
    }

    @Test
    void cookies_are_djangos() {
        // SessionStore of django.contrib.sessions.backends.signed_cookies, with {"a": 1} and {"text": "again " * 30}
        assertThat(store.create(content("a", 1), SIGNING))
                .isEqualTo("eyJhIjoxfQ:1r31eq:6fmTcXMAIoCt0FWkgJOawcAxBTxYjzFocKe7IncG57E");
        assertThat(load(".eJyrVipJrShRslJKTE_MzFMYWqRSLQA4gENA:1r31eq:QhMUXuBKqfdk2aCDePn8IG6pH8FpxCR0W4IOqiCHfvM")
                        .values())
                .isEqualTo(Map.of("text", "again ".repeat(30)));
    }

    @Test
    void nothing_is_to_be_cleared() {
        store.delete(store.create(content("a", 1), SIGNING));

        assertThat(store.clearExpired(NOW)).isZero();
    }
}
