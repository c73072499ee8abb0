package polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nuages.message.Messages;
import nuages.testing.Client;
import nuages.testing.WebTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WebTest(Site.class)
class PollTests {
    @BeforeAll
    static void without_the_samples() {
        Question.objects.delete();
    }

    @Test
    void a_vote_is_counted(Client client) {
        var question = asked("Tea or coffee?", "Tea", "Coffee");
        var tea = question.choices().fetch().getFirst();

        var reply = client.post(PollUrls.vote.url(question.id), Map.of("choice", tea.id));

        assertThat(reply).redirectsTo(PollUrls.results.url(question.id));
        assertThat(Choice.objects.get(tea.id).votes).isEqualTo(1);
        assertThat(reply.follow()).isOk().contains("1 vote ").contains("100 %");
    }

    @Test
    void a_vote_for_nothing_is_asked_for_again(Client client) {
        var question = asked("Tea or coffee?", "Tea", "Coffee");

        assertThat(client.post(PollUrls.vote.url(question.id))).hasStatus(422).contains("Please choose one of these.");
    }

    @Test
    void a_vote_for_the_choice_of_another_question_counts_for_nothing(Client client) {
        var question = asked("Tea or coffee?", "Tea", "Coffee");
        var other = asked("Cats or dogs?", "Cats", "Dogs").choices().fetch().getFirst();

        assertThat(client.post(PollUrls.vote.url(question.id), Map.of("choice", other.id)))
                .hasStatus(422);
        assertThat(Choice.objects.get(other.id).votes).isZero();
    }

    @Test
    void a_closed_question_takes_no_vote(Client client) {
        var question = asked("Tea or coffee?", "Tea", "Coffee");
        var tea = question.choices().fetch().getFirst();
        question.closed = Instant.now();
        question.save(Question_.closed);

        assertThat(client.post(PollUrls.vote.url(question.id), Map.of("choice", tea.id)))
                .isNotFound();
        assertThat(client.get(PollUrls.results.url(question.id))).isOk();
    }

    @Test
    void questions_come_ten_at_a_time_the_newest_first_with_two_queries_beside_the_count(Client client) {
        for (int i = 1; i <= 25; i++) {
            asked("Question " + i + "?", "Yes", "No");
        }

        assertThat(client.get(PollUrls.index.url()))
                .isOk()
                .contains("Question 25?")
                .contains("Question 16?")
                .doesNotContain("Question 15?")
                .contains("?page=3")
                .hasStatements(3);
        assertThat(client.get(PollUrls.index.url() + "?page=3")).isOk().contains("Question 1?");
        assertThat(client.get(PollUrls.index.url()))
                .contains("aria-current=\"page\">Questions")
                .doesNotContain("aria-current=\"page\">Ask");
        assertThat(client.get(PollUrls.index.url() + "?page=4"))
                .isNotFound()
                .contains("<h1>There is nothing here</h1>")
                .contains("poll<span>s</span>");
    }

    @Test
    void a_visitor_asks_a_question(Client client) {
        var reply = client.post(
                PollUrls.create.url(), Map.of("question", "Tabs or <spaces>?", "choices", "Tabs\n\n Spaces \nTabs"));

        var question = Question.objects.withMany(Choice_.question).one();
        assertThat(reply).redirectsTo(PollUrls.detail.url(question.id));
        assertThat(question.choices().get()).extracting(it -> it.text).containsExactly("Tabs", "Spaces");
        assertThat(reply.follow()).contains("Tabs or &lt;spaces&gt;?");
    }

    @Test
    void a_question_without_choices_is_shown_again_with_what_is_wrong(Client client) {
        assertThat(client.post(PollUrls.create.url(), Map.of("question", "Really?", "choices", "Yes")))
                .hasStatus(422)
                .hasFormErrors("choices", "Give 2 to 6 different choices, one on each line.")
                .contains("value=\"Really?\"")
                .contains("aria-invalid=\"true\"");
        assertThat(Question.objects.exists()).isFalse();
    }

    @Test
    void what_a_visitor_is_told_is_told_once(Client client) {
        client.prepare(request -> Messages.success(request, "Welcome back."));

        assertThat(client.get(PollUrls.index.url())).usesTemplate("polls/index").contains("Welcome back.");
        assertThat(client.get(PollUrls.index.url())).doesNotContain("Welcome back.");
    }

    @Test
    void where_nobody_asked_anything_samples_are_added_once() {
        Samples.addIfEmpty();
        long count = Question.objects.count();
        Samples.addIfEmpty();

        assertThat(Question.objects.count()).isEqualTo(count).isEqualTo(3);
    }

    private static Question asked(String text, String... choices) {
        var question = Question.objects.create(it -> it.text = text);
        for (var choice : choices) {
            question.choices().create(it -> it.text = choice);
        }
        return question;
    }
}
