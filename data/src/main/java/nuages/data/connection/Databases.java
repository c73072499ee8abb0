package nuages.data.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.data.error.SettingsException;

/** The databases of a project. Immutable; threads share it. */
public final class Databases {
    private final List<Database> all;
    private final Map<Class<?>, Object> settings;

    private Databases(List<Database> all, Map<Class<?>, Object> settings) {
        this.all = all;
        this.settings = settings;
    }

    /** These databases; the first one is the default. */
    public static Databases of(Database... databases) {
        return new Databases(List.of(databases), Map.of());
    }

    /** The default database. */
    public Database main() {
        if (all.isEmpty()) {
            throw new SettingsException(
                    "this project has no database: add one in its settings, for example database(\"sqlite:site.db\")");
        }
        return all.getFirst();
    }

    /** The database of that name. */
    public Database get(String alias) {
        for (var database : all) {
            if (database.alias().equals(alias)) {
                return database;
            }
        }
        throw new SettingsException("there is no database \"" + alias + "\": this project has "
                + all.stream().map(Database::alias).toList() + "; add it in the settings");
    }

    /** The same with settings of a layer above, which finds them by their type. */
    public <T> Databases with(Class<T> type, T those) {
        var more = new HashMap<>(settings);
        more.put(type, those);
        return new Databases(all, Map.copyOf(more));
    }

    /** The settings of that type, if there are any. */
    public <T> Optional<T> settings(Class<T> type) {
        return Optional.ofNullable(type.cast(settings.get(type)));
    }

    /** All of them, the default one first. */
    public Collection<Database> all() {
        return all;
    }
}
