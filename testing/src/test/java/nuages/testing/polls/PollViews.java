package nuages.testing.polls;

import static nuages.data.connection.Work.atomic;
import static nuages.web.http.Response.redirect;
import static nuages.web.http.Response.text;

import java.util.stream.Collectors;
import nuages.web.http.BadRequest;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** The pages of the app. */
final class PollViews {
    private PollViews() {}

    static Response index(Request request) {
        return text(Question.objects.orderBy(Question_.text.asc()).list().stream()
                .map(it -> it.text)
                .collect(Collectors.joining("\n")));
    }

    static Response detail(Request request, long id) {
        var choices = Choice.objects
                .filter(Choice_.question.is(id))
                .with(Choice_.question)
                .orderBy(Choice_.id.asc())
                .list();
        if (choices.isEmpty()) {
            throw new NotFound("no such question");
        }
        return text(choices.getFirst().question.get().text + "\n"
                + choices.stream().map(it -> it.text + ": " + it.votes).collect(Collectors.joining("\n")));
    }

    static Response vote(Request request, long id) {
        long choice =
                request.form().value("choice").map(Long::parseLong).orElseThrow(() -> new BadRequest("no choice"));
        atomic(() -> {
            Choice.objects
                    .filter(Choice_.id.is(choice), Choice_.question.is(id))
                    .update(Choice_.votes.to(Choice_.votes.plus(1)));
        });
        return redirect(PollUrls.detail.url(id));
    }
}
