import nuages.project.Project;
import nuages.web.http.Response;

void main(String[] args) {
    Project.of(settings -> settings.routes(routes -> routes.get("/", request -> Response.text("Hello, world!"))))
            .run(args);
}
