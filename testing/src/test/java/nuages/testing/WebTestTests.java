package nuages.testing;

import static nuages.testing.TestWork.assertQueries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import nuages.data.connection.Work;
import nuages.data.model.Ref;
import nuages.testing.polls.Choice;
import nuages.testing.polls.PollUrls;
import nuages.testing.polls.Question;
import nuages.testing.polls.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@WebTest(Site.class)
class WebTestTests {
    @BeforeAll
    static void of_all_tests() {
        Question.objects.create(it -> it.text = "of the class");
    }

    @BeforeEach
    void of_this_test() {
        Question.objects.create(it -> it.text = "of the test");
    }

    @Test
    void a_vote_is_counted(Client client) {
        var question = Question.objects.create(it -> it.text = "Tea or coffee?");
        var tea = Choice.objects.create(it -> {
            it.question = Ref.to(question);
            it.text = "Tea";
        });

        var reply = client.post(PollUrls.vote.url(question.id), Map.of("choice", tea.id));

        assertThat(reply).redirectsTo(PollUrls.detail.url(question.id));
        assertThat(Choice.objects.get(tea.id).votes).isEqualTo(1);
        assertThat(reply.follow()).isOk().hasText("Tea or coffee?\nTea: 1");
    }

    @RepeatedTest(2)
    void each_test_finds_what_was_made_before_it_and_nothing_else(Client client) {
        assertThat(client.get(PollUrls.index.url())).hasText("of the class\nof the test");

        assertThat(client.post("/probes/commit/")).hasText("committed");

        assertThat(Question.objects.count()).isEqualTo(3);
    }

    @Test
    void statements_of_requests_count_too(Client client) {
        assertQueries(1, () -> client.get(PollUrls.index.url()));
        assertQueries(2, () -> {
            Question.objects.count();
            client.get(PollUrls.index.url());
        });
        assertThat(client.get(PollUrls.index.url())).hasStatements(1);
    }

    @Test
    void a_view_that_asks_for_rows_one_by_one_fails(Client client) {
        var question = Question.objects.create(it -> it.text = "Tea or coffee?");
        for (int i = 0; i < 5; i++) {
            Choice.objects.create(it -> it.question = Ref.to(question));
        }

        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(() -> client.get("/probes/one-by-one/"))
                .withMessageContaining("RepeatedQuery");
    }

    @Test
    void a_request_within_a_transaction_of_the_test_is_refused(Client client) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Work.atomic(() -> client.get(PollUrls.index.url())))
                .withMessageContaining("call it outside of atomic");
    }

    @Nested
    class Within {
        @BeforeEach
        void more() {
            Question.objects.create(it -> it.text = "of the nested test");
        }

        @Test
        void a_nested_class_has_the_site_of_the_one_around_it(Client client) {
            assertThat(client.get(PollUrls.index.url())).hasText("of the class\nof the nested test\nof the test");
        }
    }
}
