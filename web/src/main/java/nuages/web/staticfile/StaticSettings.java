package nuages.web.staticfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuages.data.error.SettingsException;
import nuages.web.resource.Folder;
import nuages.web.resource.Resource;

/**
 * Where static files are and how they are called, in the making. One thread uses it; from when {@link StaticFiles} are
 * made of it, it does not change.
 */
public final class StaticSettings {
    private final List<Folder> folders = new ArrayList<>();
    private String url = "/static/";
    private Path root = Path.of("staticfiles");

    private StaticSettings() {}

    /** No folder; {@code /static/}; collected into {@code staticfiles} in the working folder. */
    public static StaticSettings standard() {
        return new StaticSettings();
    }

    /** Adds a folder. Of files of one name, that of the folder added first counts. */
    public StaticSettings folder(Folder folder) {
        folders.add(folder);
        return this;
    }

    /**
     * Sets what their URLs begin with: a path of this site such as {@code /static/}, or the URL of a server that serves
     * what was collected, such as {@code https://static.example.org/}.
     */
    public StaticSettings url(String prefix) {
        if (!prefix.endsWith("/") || prefix.equals("/") || !(prefix.startsWith("/") || prefix.startsWith("https://"))) {
            throw new SettingsException(
                    "static.url is \"" + prefix + "\", but URLs of static files must begin with a path"
                            + " between slashes, or a URL with a slash at its end: for example static.url=/static/");
        }
        url = prefix;
        return this;
    }

    /** Sets the folder that they are collected into. */
    public StaticSettings root(Path folder) {
        root = folder;
        return this;
    }

    /** The folders in order. */
    public List<Folder> folders() {
        return List.copyOf(folders);
    }

    /** What their URLs begin with. */
    public String url() {
        return url;
    }

    /** The folder that they are collected into. */
    public Path root() {
        return root;
    }

    /** The file of that name: of the first folder that has it. */
    public Optional<Resource> find(String name) {
        return folders.stream().flatMap(it -> it.find(name).stream()).findFirst();
    }
}
