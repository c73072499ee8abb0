package nuages.web.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nuages.data.model.Ref;
import nuages.testing.servers.Kind;
import nuages.web.form.ModelForm;
import nuages.web.form.ShelfBench;
import nuages.web.form.shelf.Author;
import nuages.web.form.shelf.Author_;
import nuages.web.form.shelf.Book;
import nuages.web.form.shelf.Prize;
import nuages.web.http.Handler;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.MethodNotAllowed;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Status;
import nuages.web.resource.Folder;
import nuages.web.routing.Param;
import nuages.web.routing.Router;
import nuages.web.routing.Routes;
import nuages.web.template.TemplateSettings;
import nuages.web.template.Templates;
import nuages.web.template.pebble.Pebble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowViewsTests {
    private static final ModelForm<Author> FORM = ModelForm.of(Author.class, Author_.name);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Templates templates;

    private final Handler site = Router.of(routes());

    private static Routes routes() {
        var routes = Routes.at("/authors");
        routes.get(
                "/",
                ListView.of(() -> Author.objects.orderBy(Author_.name.asc()), "list")
                        .perPage(2)
                        .with("title", request -> "All"));
        routes.get(
                "/keys/",
                ListView.byKey(() -> Author.objects, "list").perPage(2).with("title", request -> ""));
        withHooks(routes);
        routes.any("/new/", CreateView.of(FORM, "form", it -> "/authors/" + it.id + "/"));
        routes.get(
                "/{id}/",
                Param.LONG,
                DetailView.of(() -> Author.objects.filter(Author_.secret.is(false)), "row", "row"));
        routes.get("/called/{name}/", Param.STRING, DetailView.by(Author_.name, () -> Author.objects, "row", "row"));
        routes.any("/{id}/edit/", Param.LONG, EditView.of(() -> Author.objects, FORM, "form", it -> "/authors/"));
        routes.any("/{id}/delete/", Param.LONG, DeleteView.of(() -> Author.objects, "row", () -> "/authors/"));
        routes.get("/about/", Pages.template("about"));
        routes.get("/old/", Pages.redirect(() -> "/authors/"));
        routes.get("/older/", Pages.movedTo(() -> "/authors/"));
        return routes;
    }

    private static void withHooks(Routes routes) {
        routes.any(
                "/secret/new/",
                CreateView.of(FORM, "form", it -> "/authors/" + it.id + "/")
                        .starting(request -> {
                            var row = new Author();
                            row.secret = true;
                            row.name = request.query("name").orElse("");
                            return row;
                        })
                        .saved((request, row) -> ShelfBench.author(row.name + "'s friend"))
                        .with("title", request -> "New"));
        routes.any(
                "/{id}/hide/",
                Param.LONG,
                EditView.of(() -> Author.objects, FORM, "hide", it -> "/authors/")
                        .starting((request, row) -> row.secret = true)
                        .saved((request, row) -> ShelfBench.author("friend of " + row.name))
                        .named("author")
                        .with("books", (request, row) -> request.path() + row.id));
        routes.any(
                "/{id}/remove/",
                Param.LONG,
                DeleteView.of(() -> Author.objects, "remove", row -> "/authors/?gone=" + row.name)
                        .deleted((request, row) -> ShelfBench.author("heir of " + row.name))
                        .named("author")
                        .with("books", (request, row) -> row.name.length()));
        routes.get(
                "/{id}/more/",
                Param.LONG,
                DetailView.<Long, Author>of(() -> Author.objects, "hide", "author")
                        .with("books", (request, row) -> row.name.length())
                        .with("form", (request, row) -> null));
    }

    @BeforeEach
    void write_templates() throws IOException {
        Files.writeString(
                folder.resolve("list.html"), "{{ title }}:{% for it in page.items %} {{ it.name }}{% endfor %}");
        Files.writeString(folder.resolve("row.html"), "{{ row.name }}");
        Files.writeString(
                folder.resolve("form.html"),
                "{{ title | default('') }}{{ form.field('name').value }} {{ form.problems() }}"
                        + "{{ row.name | default('') }}");
        Files.writeString(
                folder.resolve("hide.html"), "{{ author.name }} {{ books }} {{ form is null ? '' : form.problems() }}");
        Files.writeString(folder.resolve("remove.html"), "{{ author.name }} {{ books }} {{ refused }}");
        Files.writeString(folder.resolve("about.html"), "About");
        templates = Templates.of(TemplateSettings.standard().engine(Pebble::new).folder(Folder.of(folder)));
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_listed_shown_and_looked_for(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = ShelfBench.author("Ada");
            var bob = ShelfBench.author("Bob");
            ShelfBench.author("Cid");
            bob.secret = true;
            bob.save();

            assertThat(get("/authors/")).isEqualTo("All: Ada Bob");
            assertThat(get("/authors/?page=2")).isEqualTo("All: Cid");
            assertThat(get("/authors/keys/?after=" + bob.id)).isEqualTo(": Cid");
            assertThat(get("/authors/" + ada.id + "/")).isEqualTo("Ada");
            assertThat(get("/authors/called/Bob/")).isEqualTo("Bob");
            assertThatThrownBy(() -> get("/authors/" + bob.id + "/")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> get("/authors/called/Eve/")).isInstanceOf(NotFound.class);
            assertThat(get("/authors/about/")).isEqualTo("About");
            assertThat(send(Method.GET, "/authors/old/", "").status()).isEqualTo(Status.FOUND);
            assertThat(send(Method.GET, "/authors/older/", "").status()).isEqualTo(Status.MOVED_PERMANENTLY);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_made_and_changed_by_a_form(Kind kind) {
        ShelfBench.on(kind, () -> {
            assertThat(get("/authors/new/")).isEqualTo(" {}");
            var made = send(Method.POST, "/authors/new/", "name=Ada&secret=on");
            var ada = Author.objects.one();
            assertThat(made.status()).isEqualTo(Status.SEE_OTHER);
            assertThat(made.headers().first("Location")).contains("/authors/" + ada.id + "/");
            assertThat(ada.secret).as("a field that the form does not name").isFalse();

            assertThat(get("/authors/" + ada.id + "/edit/")).isEqualTo("Ada {}Ada");
            var wrong = send(Method.POST, "/authors/" + ada.id + "/edit/", "name=+");
            assertThat(wrong.status()).isEqualTo(Status.UNPROCESSABLE_CONTENT);
            assertThat(text(wrong)).contains("{name=[").endsWith("}Ada");
            assertThat(send(Method.POST, "/authors/" + ada.id + "/edit/", "name=Eve")
                            .status())
                    .isEqualTo(Status.SEE_OTHER);
            assertThat(Author.objects.one().name).isEqualTo("Eve");
            assertThatThrownBy(() -> send(Method.POST, "/authors/4711/edit/", "name=Eve"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> send(Method.DELETE, "/authors/new/", "")).isInstanceOf(MethodNotAllowed.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_deleted_only_by_a_post(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = ShelfBench.author("Ada");
            Book.objects.create(it -> {
                it.title = "Notes";
                it.author = Ref.to(ada);
            });

            assertThat(get("/authors/" + ada.id + "/delete/")).isEqualTo("Ada");
            assertThat(Author.objects.count()).isOne();
            assertThat(send(Method.POST, "/authors/" + ada.id + "/delete/", "").status())
                    .isEqualTo(Status.SEE_OTHER);
            assertThat(Author.objects.exists() || Book.objects.exists()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_other_rows_need_is_not_deleted(Kind kind) {
        ShelfBench.on(kind, () -> {
            var ada = ShelfBench.author("Ada");
            Prize.objects.create(it -> it.winner = Ref.to(ada));

            var refused = send(Method.POST, "/authors/" + ada.id + "/remove/", "");

            assertThat(refused.status()).isEqualTo(Status.CONFLICT);
            assertThat(text(refused)).isEqualTo("Ada 3 true");
            assertThat(Author.objects.list()).extracting(it -> it.name).containsExactly("Ada");
        });
    }

    @ParameterizedTest
    @EnumSource
    void views_do_more_with_a_row_than_its_form_says(Kind kind) {
        ShelfBench.on(kind, () -> {
            assertThat(get("/authors/secret/new/?name=Eve")).isEqualTo("NewEve {}");
            assertThat(send(Method.POST, "/authors/secret/new/", "name=+").status())
                    .isEqualTo(Status.UNPROCESSABLE_CONTENT);
            assertThat(Author.objects.exists()).isFalse();
            send(Method.POST, "/authors/secret/new/", "name=Ada");
            var ada = Author.objects.filter(Author_.secret.is(true)).one();
            assertThat(names()).containsExactly("Ada", "Ada's friend");

            assertThat(get("/authors/" + ada.id + "/more/")).isEqualTo("Ada 3 ");
            assertThat(text(send(Method.POST, "/authors/" + ada.id + "/hide/", "name=+")))
                    .startsWith("Ada /authors/" + ada.id + "/hide/" + ada.id + " {name=[");
            ada.secret = false;
            ada.save();
            send(Method.POST, "/authors/" + ada.id + "/hide/", "name=Bob");
            assertThat(names()).containsExactly("Bob", "Ada's friend", "friend of Bob");
            assertThat(Author.objects.get(ada.id).secret).isTrue();

            assertThat(get("/authors/" + ada.id + "/remove/")).isEqualTo("Bob 3 false");
            var gone = send(Method.POST, "/authors/" + ada.id + "/remove/", "");
            assertThat(gone.headers().first("Location")).contains("/authors/?gone=Bob");
            assertThat(names()).containsExactly("Ada's friend", "friend of Bob", "heir of Bob");
        });
    }

    private static List<String> names() {
        return Author.objects.orderBy(Author_.id.asc()).list().stream()
                .map(it -> it.name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors/new/", "/authors/1/edit/", "/authors/1/delete/"})
    void options_are_told_without_a_query_and_other_methods_refused(String url) throws Exception {
        var told = send(Method.OPTIONS, url, "");

        assertThat(told.status()).isEqualTo(Status.NO_CONTENT);
        assertThat(told.headers().first("Allow")).contains("GET, HEAD, POST, OPTIONS");
        assertThatThrownBy(() -> send(Method.PUT, url, "")).isInstanceOf(MethodNotAllowed.class);
    }

    private String get(String url) throws Exception {
        return text(send(Method.GET, url, ""));
    }

    private Response send(Method method, String url, String body) throws Exception {
        var request = Request.to(method, url)
                .headers(Headers.of("Content-Type", "application/x-www-form-urlencoded"))
                .body(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                .build()
                .with(Templates.KEY, templates);
        return site.handle(request);
    }

    private static String text(Response response) {
        return new String(((Response.Full) response).body(), UTF_8);
    }
}
