package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import nuages.server.RawClient.Answer;

/** A site that is attacked: what it answers and logs, and whether it goes on. Its first page says hello to the host. */
record AttackedSite(Site site, LogLines log) implements AutoCloseable {
    static AttackedSite start(Supplier<Site> start) {
        var log = new LogLines();
        return new AttackedSite(start.get(), log);
    }

    RawClient raw() throws Exception {
        return site.raw();
    }

    /** Sends an attack, and sees that it is refused so, that it was logged once, and that the site goes on. */
    Answer attack(String input, int status) throws Exception {
        var answer = sent(input);
        assertThat(answer.status()).isEqualTo(status);
        seen(answer);
        return answer;
    }

    /** The same, where what is refused may have one of several reasons. */
    Answer refused(String input) throws Exception {
        var answer = sent(input);
        assertThat(answer.status()).isBetween(400, 499);
        seen(answer);
        return answer;
    }

    private Answer sent(String input) throws Exception {
        try (var client = site.raw()) {
            return client.sendAnyhow(input).answer();
        }
    }

    private void seen(Answer answer) throws Exception {
        log.once(answer.status());
        served();
    }

    void served() throws Exception {
        try (var client = site.raw()) {
            var answer =
                    client.send("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n").answer();
            assertThat(answer.body()).isEqualTo("hello example.org");
        }
        assertThat(log.access()).contains("\" 200 ");
        assertThat(log.others()).isEmpty();
    }

    @Override
    public void close() {
        site.close();
        log.close();
    }
}
