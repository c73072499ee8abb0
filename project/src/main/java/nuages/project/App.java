package nuages.project;

import java.util.List;
import java.util.Optional;
import nuages.data.model.KeyedModel;
import nuages.web.http.Middleware;
import nuages.web.routing.Routes;
import nuages.web.template.TemplateSettings;

/** What a part of a site adds to a project: its URLs, its commands, what it needs at start. Threads share it. */
public interface App {
    /** Its name, such as {@code polls}: one word that no other app of the project has. */
    String name();

    /** Its models. By those of all apps it is known what refers to a row that is deleted. */
    default List<Class<? extends KeyedModel<?>>> models() {
        return List.of();
    }

    /** The package that holds its migrations; {@code makemigrations} writes them there. */
    default String migrations() {
        return getClass().getPackageName() + ".migrations";
    }

    /** Its URLs. */
    default Optional<Routes> routes() {
        return Optional.empty();
    }

    /** What it puts between the server and all routes, each at its {@linkplain Middleware#stage() stage}. */
    default List<Middleware> middleware() {
        return List.of();
    }

    /**
     * Adds functions and filters for templates, and folders that have some. Those of the folder {@code templates} in the
     * package of the app's class are found without it.
     */
    default void templates(TemplateSettings templates) {}

    /** Its commands: objects of picocli's {@code @Command} classes. Each is run within a work. */
    default List<Object> commands() {
        return List.of();
    }

    /** What is wrong with how it is set up, a sentence each: {@code check} tells them. */
    default List<String> problems() {
        return List.of();
    }

    /**
     * Runs once, within a work, before the server takes requests.
     *
     * @throws Exception if the server must not start
     */
    default void started() throws Exception {}
}
