package nuages.project;

import java.nio.file.Path;
import nuages.web.resource.Folder;
import nuages.web.staticfile.StaticFiles;
import nuages.web.staticfile.StaticSettings;

/**
 * Puts the static files of a project together. They are looked for in the folders that the project names, then in {@code
 * static} on the class path, then in {@code static} in the package of each app, in their order.
 */
final class SiteFiles {
    private static final String FOLDER = "static";

    private final Settings settings;

    SiteFiles(Settings settings) {
        this.settings = settings;
    }

    StaticFiles make(boolean developing) {
        var all = StaticSettings.standard();
        var problems = settings.environment.problems();
        settings.files.forEach(change -> problems.attempt("staticFiles", all, it -> {
            change.accept(it);
            return it;
        }));
        settings.environment
                .read(setting("NUAGES_STATIC_ROOT", all.root().toString()), Reader.text("staticfiles"))
                .ifPresent(root -> all.root(Path.of(root)));
        settings.environment
                .read(setting("NUAGES_STATIC_URL", all.url()), Reader.text("/static/"))
                .ifPresent(url -> problems.attempt("NUAGES_STATIC_URL", all, it -> it.url(url)));
        all.folder(Folder.onClassPath(SiteTemplates.loader(), FOLDER));
        settings.apps.forEach(app -> all.folder(Folder.beside(app.getClass(), FOLDER)));
        return StaticFiles.of(all, developing);
    }

    private static Setting setting(String name, String fallback) {
        return new Setting(name, fallback, Setting.STANDARD);
    }
}
