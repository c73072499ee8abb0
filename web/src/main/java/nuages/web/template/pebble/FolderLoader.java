package nuages.web.template.pebble;

import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import nuages.web.template.Rendering;
import nuages.web.template.TemplateException;
import nuages.web.template.TemplateSettings;

/** Finds templates in the folders of a site. Threads share it. */
final class FolderLoader implements Loader<String> {
    private final TemplateSettings settings;

    FolderLoader(TemplateSettings settings) {
        this.settings = settings;
    }

    @Override
    public Reader getReader(String name) {
        return new StringReader(settings.find(name)
                .orElseThrow(() -> TemplateException.of(name, missing(settings, name), null))
                .text());
    }

    static String missing(TemplateSettings settings, String name) {
        var folders = settings.folders().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "there is no template \"" + name + "\" in "
                + (folders.isEmpty() ? "any folder, as there is none" : folders) + ": write it, or correct the name";
    }

    /** A name as one template writes it of another; what begins with a dot begins in the folder of the first. */
    @Override
    public String resolveRelativePath(String written, String anchor) {
        var name = Rendering.whole(written);
        if (!name.startsWith("./") && !name.startsWith("../")) {
            return name;
        }
        Deque<String> parts = new ArrayDeque<>();
        var folder = anchor.substring(0, anchor.lastIndexOf('/') + 1);
        for (var part : (folder + name).split("/", -1)) {
            if (!part.equals("..")) {
                if (!part.equals(".")) {
                    parts.addLast(part);
                }
            } else if (parts.pollLast() == null) {
                return name; // which no folder has
            }
        }
        return String.join("/", parts);
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    @Override
    public boolean resourceExists(String name) {
        return settings.find(name).isPresent();
    }

    @Override
    public void setCharset(String charset) {
        throw new UnsupportedOperationException("templates are UTF-8");
    }

    @Override
    public void setPrefix(String prefix) {
        throw new UnsupportedOperationException("the settings of templates have the folders");
    }

    @Override
    public void setSuffix(String suffix) {
        throw new UnsupportedOperationException("names are whole");
    }
}
