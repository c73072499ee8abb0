package nuages.web.staticfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import nuages.data.error.SettingsException;
import nuages.web.http.PercentEncoding;
import nuages.web.resource.NamedFile;
import nuages.web.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Collects static files into one folder: each under its own name, and under one with a hash of its content, which is also
 * compressed if that is worth it. What style sheets refer to is called by its hashed name in them. One thread uses it.
 */
public final class Collector {
    private static final Set<String> COMPRESSIBLE = Set.of(
            "css",
            "js",
            "mjs",
            "svg",
            "html",
            "txt",
            "json",
            "map",
            "xml",
            "wasm",
            "ttf",
            "otf",
            "md",
            "csv",
            "webmanifest");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int LEAST = 200;
    private static final double WORTH = 0.95;

    private final StaticSettings settings;
    private final SortedMap<String, Resource> sources = new TreeMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final SortedMap<String, String> hashed = new TreeMap<>();
    private final List<String> underWay = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * What was done.
     *
     * @param copied the names of files that were written, as they were not there or were others
     * @param unmodified how many were there already
     * @param root the folder
     */
    public record Collected(List<String> copied, int unmodified, Path root) {
        /** Copies the list. */
        public Collected {
            copied = List.copyOf(copied);
        }
    }

    /** A collector with these settings. */
    public Collector(StaticSettings settings) {
        this.settings = settings;
        for (var folder : settings.folders()) {
            for (var name : folder.names()) {
                folder.find(name).ifPresent(it -> sources.putIfAbsent(name, it));
            }
        }
    }

    /**
     * Collects all files.
     *
     * @param dry whether to leave the folder as it is, and only tell what would be done
     * @throws SettingsException if style sheets refer to files that are not there, with all such places
     */
    public Collected collect(boolean dry) {
        sources.keySet().forEach(this::hashedName);
        if (!problems.isEmpty()) {
            throw new SettingsException("nothing was collected, as style sheets refer to files that are not there:\n  "
                    + String.join("\n  ", problems) + "\nadd these files, or correct the references");
        }
        var copied = new ArrayList<String>();
        int unmodified = 0;
        for (var source : sources.entrySet()) {
            if (put(source.getKey(), source.getValue().bytes(), dry)) {
                copied.add(source.getKey());
            } else {
                unmodified++;
            }
            var content = contents.getOrDefault(source.getKey(), new byte[0]);
            var name = hashed.getOrDefault(source.getKey(), source.getKey());
            put(name, content, dry);
            var small = compressed(name, content);
            if (small != null) {
                put(name + ".gz", small, dry);
            }
        }
        if (!dry) {
            new Manifest(hashed).write(settings.root());
        }
        return new Collected(copied, unmodified, settings.root());
    }

    /** Removes all that is in the folder. */
    public void clear() {
        if (Files.isDirectory(settings.root())) {
            try (var files = Files.walk(settings.root())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    if (!file.equals(settings.root())) {
                        Files.delete(file);
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The name that a file gets; its own while it is asked for by what it refers to itself. */
    private String hashedName(String name) {
        var known = hashed.get(name);
        if (known != null || underWay.contains(name)) {
            return known == null ? name : known;
        }
        underWay.add(name);
        var bytes = Objects.requireNonNull(sources.get(name)).bytes();
        var content = name.endsWith(".css") ? withHashedNames(name, bytes) : bytes;
        underWay.remove(name);
        contents.put(name, content);
        var found = Hash.name(name, content);
        hashed.put(name, found);
        return found;
    }

    private byte[] withHashedNames(String sheet, byte[] bytes) {
        var css = new String(bytes, StandardCharsets.UTF_8);
        return CssReferences.change(css, it -> reference(sheet, it)).getBytes(StandardCharsets.UTF_8);
    }

    private String reference(String sheet, String written) {
        int end = end(written);
        var path = written.substring(0, end);
        var name = target(sheet, path);
        if (name == null) {
            return written;
        }
        if (!sources.containsKey(name)) {
            problems.add(sheet + " refers to " + written + ", and there is no file " + name);
            return written;
        }
        var found = hashedName(name);
        return path.substring(0, path.lastIndexOf('/') + 1)
                + quoted(found.substring(found.lastIndexOf('/') + 1))
                + written.substring(end);
    }

    /** Where the path of a reference ends. */
    private static int end(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '?' || written.charAt(i) == '#') {
                return i;
            }
        }
        return written.length();
    }

    /** The name of what a path leads to; null if that is elsewhere. */
    private @Nullable String target(String sheet, String path) {
        if (path.isEmpty() || path.startsWith("//") || path.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return null;
        }
        var decoded = unquoted(path);
        if (decoded.startsWith("/")) {
            return decoded.startsWith(settings.url())
                    ? decoded.substring(settings.url().length())
                    : null;
        }
        Deque<String> parts = new ArrayDeque<>();
        for (var part : (sheet.substring(0, sheet.lastIndexOf('/') + 1) + decoded).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** What a browser asks for by a path; a percent sign that begins no escape stands for itself. */
    private static String unquoted(String path) {
        var escapes = LONE_PERCENT.matcher(path.replace("+", "%2B")).replaceAll("%25");
        return URLDecoder.decode(escapes, StandardCharsets.UTF_8);
    }

    /** A name as it may stand in a style sheet, in quotes or without: no bracket or quote ends it. */
    private static String quoted(String name) {
        return PercentEncoding.segment(name)
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("'", "%27");
    }

    private boolean put(String name, byte[] content, boolean dry) {
        var file = NamedFile.in(settings.root(), name)
                .orElseThrow(() -> new SettingsException("the static file " + name
                        + " cannot be collected, as no file of this system can have its name: rename it"));
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            if (!dry) {
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, content);
            }
            return true;
        } catch (IOException failure) {
            throw new SettingsException(
                    file + " cannot be written (" + failure + "): make the folder writable, or set another one",
                    failure);
        }
    }

    private static byte @Nullable [] compressed(String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (content.length < LEAST || !COMPRESSIBLE.contains(ending)) {
            return null;
        }
        var small = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(small)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return small.size() < content.length * WORTH ? small.toByteArray() : null;
    }
}
