package nuages.testing.polls;

import static nuages.web.template.Templates.html;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nuages.web.form.Form;
import nuages.web.form.Invalid;
import nuages.web.form.Valid;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.routing.Routes;

/** Pages with a form and its templates, and one with a file. */
final class FormPages {
    private static final Form<Named> NAMED = Form.of(Named.class);

    private FormPages() {}

    record Named(
            @NotBlank @Size(max = 5) String name, @NotBlank String town) {}

    static void add(Routes routes) {
        routes.get("/name/", _ -> html("pages/name", "form", NAMED.show()));
        routes.get("/name/fields/", _ -> html("pages/name#fields", "form", NAMED.show()));
        routes.post("/name/", FormPages::name);
        routes.post("/upload/", FormPages::upload);
    }

    private static Response name(Request request) {
        return switch (NAMED.bind(request)) {
            case Valid(Named(var name, var town)) -> Response.text(name + " of " + town);
            case Invalid<Named> form -> html("pages/name", "form", form).with(Status.UNPROCESSABLE_CONTENT);
        };
    }

    private static Response upload(Request request) {
        var files = request.files().files("photo");
        var said = new StringBuilder(request.form().value("title").orElse("untitled"));
        for (var file : files) {
            said.append("; ").append(file.filename()).append(", ").append(file.contentType());
            said.append(", ").append(file.size());
        }
        return Response.text(said.toString());
    }
}
