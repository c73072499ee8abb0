package polls;

import static nuages.data.connection.Work.atomic;
import static nuages.web.http.Response.redirect;
import static nuages.web.template.Templates.html;

import nuages.data.model.QuerySet;
import nuages.data.model.Ref;
import nuages.message.Messages;
import nuages.web.form.Form;
import nuages.web.form.Invalid;
import nuages.web.form.Valid;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;

/** The pages of the app. A view is a function from a request to a response. */
final class PollViews {
    private static final Form<NewPoll> NEW_POLL = Form.of(NewPoll.class);

    private PollViews() {}

    /** The form of a vote. */
    record Ballot(Ref<Choice> choice) {}

    static Response detail(Request request, long id) {
        return html("polls/detail", "question", find(open(), id), "problem", "");
    }

    static Response vote(Request request, long id) {
        var ballot = Form.of(Ballot.class)
                .choices("choice", Choice.objects.filter(Choice_.question().id.is(id)));
        return switch (ballot.bind(request)) {
            case Valid(Ballot(var choice)) ->
                atomic(() -> {
                    find(Question.open().lock(), id); // so that nobody closes it meanwhile
                    Choice.objects.filter(Choice_.id.is(choice.id())).update(Choice_.votes.to(Choice_.votes.plus(1)));
                    Messages.success(request, "Thank you: your vote counts.");
                    return redirect(PollUrls.results.url(id));
                });
            case Invalid<Ballot> _ ->
                html("polls/detail", "question", find(open(), id), "problem", "Please choose one of these.")
                        .with(Status.UNPROCESSABLE_CONTENT);
        };
    }

    static Response results(Request request, long id) {
        var question = find(Question.objects.withMany(Choice_.question), id);
        int votes = question.choices().get().stream().mapToInt(it -> it.votes).sum();
        return html("polls/results", "question", question, "votes", votes);
    }

    static Response ask(Request request) {
        return html("polls/ask", "form", NEW_POLL.show());
    }

    static Response create(Request request) {
        return switch (NEW_POLL.bind(request)) {
            case Valid(NewPoll poll) -> {
                var question = atomic(() -> saved(poll));
                Messages.success(request, "Your question is open for votes.");
                yield redirect(PollUrls.detail.url(question.id));
            }
            case Invalid<NewPoll> form -> html("polls/ask", "form", form).with(Status.UNPROCESSABLE_CONTENT);
        };
    }

    private static Question saved(NewPoll poll) {
        var question = Question.objects.create(it -> it.text = poll.question());
        poll.lines().forEach(line -> question.choices().create(it -> it.text = line));
        return question;
    }

    private static QuerySet<Question> open() {
        return Question.open().withMany(Choice_.question);
    }

    private static Question find(QuerySet<Question> among, long id) {
        return among.find(id).orElseThrow(NotFound::new);
    }
}
