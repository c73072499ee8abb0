package nuages.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import nuages.testing.polls.PollUrls;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import org.junit.jupiter.api.RepeatedTest;

@WebTest(Site.class)
class LiveServerTests {
    @RepeatedTest(2)
    void it_sees_what_the_test_has_made_and_the_test_sees_what_it_made(LiveServer server, Client client)
            throws Exception {
        Question.objects.create(it -> it.text = "Tea?");

        assertThat(get(server, PollUrls.index.url())).isEqualTo("Tea?");
        assertThat(get(server, "/probes/commit/")).isEqualTo("committed");

        assertThat(Question.objects.count()).isEqualTo(2);
        assertThat(client.get(PollUrls.index.url())).hasText("Tea?\nby the view");
    }

    private static String get(LiveServer server, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.uri(path)).build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
