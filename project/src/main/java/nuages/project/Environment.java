package nuages.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nuages.project.command.SetValue;

/** The process's variables, and behind them those of the file {@code .env}. One thread uses it. */
final class Environment {
    private final Map<String, EnvFile.Value> values = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, Setting> asked = new HashMap<>();
    private final Problems problems = new Problems();
    private final Path file;

    /** These variables, and behind them those of a file that need not be there. */
    Environment(Map<String, String> process, Path file) {
        this.file = file;
        values.putAll(EnvFile.read(file, problems));
        process.forEach((name, text) -> values.put(name, new EnvFile.Value(text, "environment")));
        values.values().removeIf(value -> value.text().isBlank());
    }

    /** Those of this process, and of {@code .env} in its working directory. */
    static Environment system() {
        return new Environment(System.getenv(), Path.of(".env"));
    }

    /** The same with these in the place of what the process and the file say. */
    Environment with(Map<String, String> first) {
        first.forEach((name, text) -> values.put(name, new EnvFile.Value(text, "test")));
        return this;
    }

    /** Takes a text for what a setting has none for. */
    void standIn(Setting setting, String text) {
        if (setting.fallback() == null) {
            values.putIfAbsent(setting.name(), new EnvFile.Value(text, "test"));
        }
    }

    /** The file of variables, which need not be there. */
    Path file() {
        return file;
    }

    /** What was found to be missing or wrong so far. */
    Problems problems() {
        return problems;
    }

    /** What a name is set to, and where; a blank value counts as none. */
    Optional<EnvFile.Value> get(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name));
    }

    /** The variables that are set and have been asked for: their names, and where they were set. */
    List<String> used() {
        return told(read::contains);
    }

    /** The variables that begin like this, are set, and that nobody has asked for: their names, and where they were set. */
    List<String> unused(String prefix) {
        return told(name -> name.startsWith(prefix) && !read.contains(name));
    }

    /** All settings that have been asked for and have a value: the environment's, or the code's. */
    List<SetValue> values() {
        var all = new TreeMap<String, SetValue>();
        asked.forEach((name, setting) -> {
            if (setting.fallback() != null) {
                var source = setting.codeLine();
                all.put(name, new SetValue(name, Secrets.hidden(name, setting.fallback()), source, setting.standard()));
            }
        });
        values.forEach((name, value) -> {
            if (read.contains(name)) {
                all.put(name, new SetValue(name, Secrets.hidden(name, value.text()), value.source(), false));
            }
        });
        return List.copyOf(all.values());
    }

    private List<String> told(Predicate<String> which) {
        return values.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(entry -> entry.getKey() + " (" + entry.getValue().source() + ")")
                .sorted()
                .toList();
    }

    /** What a setting reads as; empty if it is missing or wrong, which becomes a problem. */
    <T> Optional<T> read(Setting setting, Reader<T> reader) {
        var name = setting.name();
        asked.put(name, setting);
        var example = ", for example " + name + "=" + reader.example();
        var value = value(setting);
        if (value.isEmpty()) {
            problems.add(name + " is missing: " + setting.codeLine()
                    + " asks for it; set it in the environment or in .env" + example);
            return Optional.empty();
        }
        var parsed = reader.parse().apply(value.get().text().strip());
        if (parsed.isEmpty()) {
            problems.add(name + " is \"" + value.get().text() + "\" ("
                    + value.get().source() + "): it must be " + reader.rule() + example);
        }
        return parsed;
    }

    /** Where a setting was set, such as {@code .env line 3}. */
    String source(Setting setting) {
        return value(setting).map(EnvFile.Value::source).orElse(setting.codeLine());
    }

    private Optional<EnvFile.Value> value(Setting setting) {
        return get(setting.name())
                .or(() -> Optional.ofNullable(setting.fallback())
                        .map(fallback -> new EnvFile.Value(fallback, setting.codeLine())));
    }
}
