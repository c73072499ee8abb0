package nuages.project.develop;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes classes of the classes before them: compiles what has changed, and, if that shows another side than before, all
 * that names it, and what names that. Where it is not sure that this is enough it leaves the work to who compiles all.
 */
final class Renewal {
    private final Javac javac;
    private final List<Path> path;

    Renewal(Javac javac, List<Path> path) {
        this.javac = javac;
        this.path = path;
    }

    /** Fills an empty folder with the classes of these sources; empty if all of them have to be compiled. */
    Optional<Build> make(Build base, Look sources, Path folder) throws IOException {
        var changed = sources.changesSince(base.sources());
        if (!fits(base, sources, changed)) {
            return Optional.empty();
        }
        var result = compile(changed, base, folder);
        if (!result.good()) {
            return Optional.empty();
        }
        var reached = reached(base, changed, result, folder);
        if (reached.isEmpty() || reached.get().size() * 2 > sources.files().size()) {
            return Optional.empty();
        }
        if (reached.get().size() > changed.size()) {
            result = compile(reached.get(), base, folder);
        }
        return result.good() ? Optional.of(merge(base, sources, reached.get(), result, folder)) : Optional.empty();
    }

    private Javac.Result compile(Collection<Path> sources, Build base, Path folder) throws IOException {
        var known = new ArrayList<>(List.of(base.folder()));
        known.addAll(path);
        return javac.compile(sources, known, folder);
    }

    private static boolean fits(Build base, Look sources, List<Path> changed) {
        var names = sources.files().keySet().stream().map(Path::toString).collect(Collectors.toSet());
        return !changed.isEmpty()
                && sources.files().keySet().equals(base.sources().files().keySet())
                && names.containsAll(base.origins().values())
                && changed.stream()
                        .noneMatch(it -> it.endsWith("package-info.java") || it.endsWith("module-info.java"));
    }

    /** All sources that have to be compiled; empty if nobody knows. */
    private static Optional<Set<Path>> reached(Build base, List<Path> changed, Javac.Result result, Path folder)
            throws IOException {
        var sources = changed.stream().map(Path::toString).collect(Collectors.toSet());
        var before = classesOf(base.origins(), sources);
        if (!topLevel(before).equals(topLevel(result.origins().keySet()))) {
            return Optional.empty();
        }
        var others = new HashSet<String>();
        for (var name : before) {
            var old = bytes(base.folder(), name);
            if (!result.origins().containsKey(name) || Outline.local(old)) {
                continue; // if one that others can name has gone, the class around it says so
            }
            var renewed = bytes(folder, name);
            if (!Outline.sameConstants(old, renewed)) {
                return Optional.empty();
            }
            if (!Outline.same(old, renewed)) {
                others.add(base.origins().getOrDefault(name, ""));
            }
        }
        var all = new TreeSet<>(changed);
        if (!others.isEmpty()) {
            naming(base, others).forEach(it -> all.add(Path.of(it)));
        }
        return Optional.of(all);
    }

    private static Set<String> classesOf(Map<String, String> origins, Set<String> sources) {
        return origins.keySet().stream()
                .filter(it -> sources.contains(origins.get(it)))
                .collect(Collectors.toSet());
    }

    private static Set<String> topLevel(Set<String> classes) {
        return classes.stream().filter(it -> it.indexOf('$') < 0).collect(Collectors.toSet());
    }

    /** The sources that name one of these, or one that does. */
    private static Set<String> naming(Build base, Set<String> sources) throws IOException {
        var origins = base.origins();
        var by = new HashMap<String, Set<String>>();
        for (var name : origins.keySet()) {
            var own = origins.getOrDefault(name, "");
            for (var named : Outline.named(bytes(base.folder(), name), origins.keySet())) {
                by.computeIfAbsent(origins.getOrDefault(named, ""), _ -> new HashSet<>())
                        .add(own);
            }
        }
        var found = new HashSet<>(sources);
        var waiting = new ArrayDeque<>(sources);
        while (!waiting.isEmpty()) {
            for (var next : by.getOrDefault(waiting.remove(), Set.of())) {
                if (found.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return found;
    }

    private static byte[] bytes(Path folder, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name + ".class"));
    }

    private static Build merge(Build base, Look sources, Set<Path> compiled, Javac.Result result, Path folder)
            throws IOException {
        var gone =
                classesOf(base.origins(), compiled.stream().map(Path::toString).collect(Collectors.toSet()));
        var origins = new HashMap<>(base.origins());
        origins.keySet().removeAll(gone);
        for (var name : origins.keySet()) {
            take(base.folder().resolve(name + ".class"), folder.resolve(name + ".class"));
        }
        origins.putAll(result.origins());
        return new Build(folder, base.setting(), sources, Map.copyOf(origins));
    }

    private static void take(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException unable) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
