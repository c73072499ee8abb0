package nuages.project.start;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import nuages.project.command.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a project that builds, tests and runs at once. */
@Command(
        name = "startproject",
        description = "Writes a new project into a folder of its own.",
        mixinStandardHelpOptions = true)
final class Startproject implements Callable<Integer> {
    private static final int SECRET_BYTES = 32;

    private final Console console;
    private final String version;

    @Parameters(paramLabel = "FOLDER", description = "The new folder; its last part is the project's name.")
    private Path folder = Path.of("");

    @Option(names = "--name", description = "Another name than that of the folder.")
    private @Nullable String name;

    Startproject(Console console, String version) {
        this.console = console;
        this.version = version;
    }

    @Override
    public Integer call() {
        var project = new Name(
                name != null
                        ? name
                        : folder.toAbsolutePath().normalize().getFileName().toString());
        draft(project).write();
        console.say("The project " + project.text() + " is in " + folder + ". Now:");
        console.say("");
        console.say("    cd " + folder);
        console.say("    ./manage runserver");
        return 0;
    }

    private Draft draft(Name project) {
        var name = project.text();
        var main = folder.resolve("src/main/java").resolve(name);
        var resources = folder.resolve("src/main/resources");
        return new Draft(Map.of("name", name, "nuages", version, "secret", secret()))
                .file(folder.resolve("pom.xml"), "project/pom.xml")
                .program(folder.resolve("manage"), "project/manage")
                .file(folder.resolve("manage.cmd"), "project/manage.cmd")
                .file(folder.resolve(".manage/Libraries.java"), "project/Libraries.java")
                .file(folder.resolve(".gitignore"), "project/gitignore")
                .secret(folder.resolve(".env"), "project/env")
                .file(folder.resolve("README.md"), "project/README.md")
                .file(folder.resolve("Dockerfile"), "project/Dockerfile")
                .file(folder.resolve(".dockerignore"), "project/dockerignore")
                .file(folder.resolve("deploy/" + name + ".service"), "project/name.service")
                .file(main.resolve("Site.java"), "project/Site.java")
                .file(main.resolve("Views.java"), "project/Views.java")
                .file(main.resolve("package-info.java"), "project/package-info.java")
                .file(resources.resolve("logback.xml"), "project/logback.xml")
                .file(resources.resolve("templates/base.html"), "project/base.html")
                .file(resources.resolve("templates/index.html"), "project/index.html")
                .file(resources.resolve("static/style.css"), "project/style.css")
                .file(resources.resolve("static/icon.svg"), "project/icon.svg")
                .file(
                        folder.resolve("src/test/java").resolve(name).resolve("SiteTests.java"),
                        "project/SiteTests.java");
    }

    private static String secret() {
        var random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
