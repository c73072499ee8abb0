package nuages.project.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import nuages.data.error.SettingsException;
import nuages.project.command.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes an app into a project. */
@Command(
        name = "startapp",
        description = "Writes a new app: its routes, a page with its template and its style, a test.",
        mixinStandardHelpOptions = true)
public final class Startapp implements Callable<Integer> {
    private final Console console;
    private final Path root;

    @Parameters(paramLabel = "NAME", description = "The app's name, such as polls: a Java package of its own.")
    private String name = "";

    /** The command for the project in a folder. */
    public Startapp(Console console, Path root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() {
        var app = new Name(name);
        var sources = root.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            throw new SettingsException(
                    "there is no folder " + sources + ": startapp writes into a project, so run it in"
                            + " the folder of one, or begin with startproject");
        }
        var type = app.type();
        var main = sources.resolve(app.text());
        var resources = root.resolve("src/main/resources");
        var own = resources.resolve(app.text());
        new Draft(Map.of("name", app.text(), "Name", type, "Title", app.title()))
                .file(main.resolve(type + ".java"), "app/App.java")
                .file(main.resolve(type + "Views.java"), "app/Views.java")
                .file(main.resolve("package-info.java"), "app/package-info.java")
                .file(own.resolve("templates").resolve(app.text()).resolve("index.html"), page(resources))
                .file(own.resolve("static").resolve(app.text()).resolve("style.css"), "app/style.css")
                .file(
                        root.resolve("src/test/java").resolve(app.text()).resolve(type + "Tests.java"),
                        "app/AppTests.java")
                .write();
        console.say("The app " + app.text() + " is in " + root.relativize(main) + ", its templates and static files in "
                + root.relativize(own) + ". Add it to the settings of the project:");
        console.say("");
        console.say("    .apps(new " + app.text() + "." + type + "())");
        return 0;
    }

    /** A page like the others of the project, if they have something in common. */
    private static String page(Path resources) {
        return Files.exists(resources.resolve("templates/base.html")) ? "app/index.html" : "app/whole.html";
    }
}
