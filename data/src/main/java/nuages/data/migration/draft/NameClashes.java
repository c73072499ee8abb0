package nuages.data.migration.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nuages.data.migration.InvalidMigration;
import nuages.data.migration.ModelState;
import nuages.data.migration.ProjectState;
import nuages.data.schema.Constraint;
import nuages.data.schema.Constraint.Unique;
import nuages.data.schema.Index;

/**
 * Finds indexes and constraints that have one name, of which a database would refuse the second. PostgreSQL and SQLite know
 * an index by its name in all of the database, and what is unique is an index; a check must differ from all of its table.
 */
final class NameClashes {
    private NameClashes() {}

    /** Refuses models with two of one name. */
    static void check(ProjectState models) {
        var owners = new HashMap<String, String>();
        for (var model : models.models()) {
            if (model.managed()) {
                names(model).forEach(it -> claim(owners, model, it));
                checkTable(model);
            }
        }
        for (var model : models.models()) {
            for (String table : Creations.tables(model)) {
                var owner = owners.get(key(table));
                if (owner != null && model.managed()) {
                    throw new InvalidMigration("model " + owner + " has an index or constraint \"" + table
                            + "\", which is the name of a table of model " + model + ", and PostgreSQL and SQLite have"
                            + " one thing of a name: give the index another one by name = ….");
                }
            }
        }
    }

    private static void claim(Map<String, String> owners, ModelState model, String name) {
        var other = owners.put(key(name), model.label());
        if (other != null) {
            throw new InvalidMigration((other.equals(model.label())
                            ? "model " + model + " has two indexes or unique" + " constraints"
                            : "models " + other + " and " + model + " both have an index or unique constraint")
                    + " called \"" + name + "\", and PostgreSQL and SQLite have one of a name in all of a database:"
                    + " give one of them another by name = ….");
        }
    }

    private static void checkTable(ModelState model) {
        var names = new HashMap<String, String>();
        List<String> all = new ArrayList<>(names(model));
        model.constraints().stream()
                .filter(it -> !(it instanceof Unique))
                .map(Constraint::name)
                .forEach(all::add);
        for (String name : all) {
            if (names.put(key(name), name) != null) {
                throw new InvalidMigration("model " + model + " has two constraints called \"" + name
                        + "\", and a table can have one of a name: give one of them another by name = ….");
            }
        }
    }

    private static List<String> names(ModelState model) {
        var indexes = model.indexes().stream().map(Index::name);
        var unique =
                model.constraints().stream().filter(Unique.class::isInstance).map(Constraint::name);
        return Stream.concat(indexes, unique).toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
