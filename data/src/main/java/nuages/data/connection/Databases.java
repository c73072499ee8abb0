package nuages.data.connection;

import java.util.Collection;
import java.util.List;
import nuages.data.error.SettingsException;

/** The databases of a project. Immutable; threads share it. */
public final class Databases {
    private final List<Database> all;

    private Databases(List<Database> all) {
        this.all = all;
    }

    /** These databases; the first one is the default. */
    public static Databases of(Database... databases) {
        return new Databases(List.of(databases));
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

    /** All of them, the default one first. */
    public Collection<Database> all() {
        return all;
    }
}
