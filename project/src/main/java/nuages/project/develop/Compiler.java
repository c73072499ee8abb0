package nuages.project.develop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Compiles sources in this process, with the annotation processors that are on the path, and keeps what becomes of them
 * by the mark of the sources. Of sources that are known but for a few, those few and what depends on them are compiled;
 * whatever is in doubt, or does not compile, is compiled with all. One thread at a time uses it.
 */
final class Compiler {
    private static final int PRACTISED = 5;

    private final Layout layout;
    private final List<Path> path;
    private final Shelf shelf;
    private @Nullable Javac javac;
    private Optional<Path> found = Optional.empty();
    private @Nullable Build last;
    private boolean practised;

    /** A compiler with a path of jars and folders. */
    Compiler(Layout layout, List<Path> path) {
        this.layout = layout;
        this.path = path;
        this.shelf = new Shelf(layout.made());
    }

    /** Compiles these sources, or finds what was made of them before. */
    Outcome compile(Look sources) {
        var name = sources.mark(path, Layout.RELEASE, Runtime.version());
        try {
            var known = shelf.find(name);
            if (known.isPresent()) {
                last = null;
                found = known;
                return new Outcome.Built(known.get());
            }
            var renewed = renewed(sources);
            return renewed.isPresent() ? keep(renewed.get(), name) : compileAll(sources, name);
        } catch (IOException failure) { // such as a source that has gone meanwhile
            var message = "the sources cannot be compiled: " + failure;
            return new Outcome.Refused(List.of(new Mistake("", 0, 0, message, List.of())));
        }
    }

    /** Java's compiler, which a command that finds all compiled does without. */
    private Javac javac() {
        var made = javac == null ? new Javac(path, layout.made().resolve("generated-sources")) : javac;
        javac = made;
        return made;
    }

    /** What the classes of the last time were made of, as far as that is known. */
    private Optional<Build> last() throws IOException {
        if (last == null && found.isPresent()) {
            last = Build.read(found.get()).orElse(null);
            found = Optional.empty();
        }
        return Optional.ofNullable(last);
    }

    /** Compiles for practice, so that the next time is fast: it takes a while until a compiler is warm. */
    void practise(Look sources) {
        if (practised) {
            return;
        }
        try {
            var folder = draft();
            var known = new ArrayList<>(path);
            var tried = List.copyOf(sources.files().keySet());
            var before = last();
            if (before.isPresent()) { // what is compiled next time will be a few, too
                known.addFirst(before.get().folder());
                tried = tried.subList(0, Math.min(PRACTISED, tried.size()));
            }
            javac().compile(tried, known, folder);
            shelf.discard(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path draft() throws IOException {
        practised = true;
        Files.createDirectories(layout.made().resolve("generated-sources"));
        return shelf.draft();
    }

    /** The classes, made of those of this or another process, if that can be. */
    private Optional<Build> renewed(Look sources) throws IOException {
        var setting = setting();
        var known = last();
        var base = known.isPresent() ? known : shelf.newest(setting);
        if (base.isEmpty()
                || !base.get().setting().equals(setting)
                || !Files.isDirectory(base.get().folder())) {
            return Optional.empty();
        }
        var folder = draft();
        var build = renewed(base.get(), sources, folder);
        if (build.isEmpty()) {
            shelf.discard(folder);
        }
        return build;
    }

    private Optional<Build> renewed(Build base, Look sources, Path folder) {
        try {
            return new Renewal(javac(), path).make(base, sources, folder);
        } catch (IOException gone) { // another process keeps its own last few, or a source has gone
            return Optional.empty();
        }
    }

    private Outcome compileAll(Look sources, String name) throws IOException {
        var folder = draft();
        var result = javac().compile(sources.files().keySet(), path, folder);
        if (result.good()) {
            return keep(new Build(folder, setting(), sources, result.origins()), name);
        }
        shelf.discard(folder);
        return new Outcome.Refused(mistakes(result.said(), result.talk()));
    }

    private Outcome keep(Build build, String name) throws IOException {
        if (javac().isolating() && !build.sources().files().isEmpty()) {
            build.write();
        }
        var folder = shelf.keep(build.folder(), name);
        last = Build.read(folder).orElse(null);
        found = Optional.empty();
        return new Outcome.Built(folder);
    }

    /** What classes depend on besides their sources: libraries too, as far as their sizes and times tell. */
    private String setting() throws IOException {
        var jars = new TreeMap<Path, Look.Stamp>();
        for (var each : path) {
            if (Files.isRegularFile(each)) {
                var attributes = Files.readAttributes(each, BasicFileAttributes.class);
                jars.put(each, new Look.Stamp(attributes.size(), attributes.lastModifiedTime()));
            }
        }
        return new Look(jars).mark(path, Layout.RELEASE, Runtime.version());
    }

    private List<Mistake> mistakes(List<Diagnostic<? extends JavaFileObject>> said, String talk) throws IOException {
        var found = new ArrayList<Mistake>();
        for (var each : said) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                found.add(mistake(each));
            }
        }
        if (found.isEmpty()) {
            found.add(new Mistake(
                    "", 0, 0, talk.isBlank() ? "the compiler failed and does not say why" : talk, List.of()));
        }
        return found;
    }

    private Mistake mistake(Diagnostic<? extends JavaFileObject> said) throws IOException {
        var source = said.getSource();
        var message = said.getMessage(Locale.ENGLISH);
        if (source == null) {
            return new Mistake("", 0, 0, message, List.of());
        }
        var lines = source.getCharContent(true).toString().lines().toList();
        return new Mistake(
                layout.name(Path.of(source.toUri())),
                (int) Math.max(0, said.getLineNumber()),
                (int) Math.max(0, said.getColumnNumber()),
                message,
                Mistake.excerpt(lines, said.getLineNumber()));
    }
}
