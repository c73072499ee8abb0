package nuages.project.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import nuages.data.connection.Database;
import nuages.data.connection.Databases;
import nuages.data.connection.Work;
import nuages.data.error.SettingsException;
import nuages.data.migration.Migration;
import nuages.data.migration.MigrationName;
import nuages.data.migration.history.MigrationGraph;
import nuages.data.migration.history.MigrationLoader;
import nuages.data.migration.run.Migrator;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelSettings;
import nuages.project.command.Part;
import nuages.project.command.Site;

/**
 * The apps of a project, with their models and the migrations that are there.
 *
 * @param parts the apps, by their labels
 * @param migrations their migrations
 */
record Apps(SequencedMap<String, Part> parts, Map<MigrationName, Migration> migrations) {
    static Apps of(Site site) {
        return of(site.inventory().parts());
    }

    static Apps of(List<Part> all) {
        var parts = new LinkedHashMap<String, Part>();
        var migrations = new TreeMap<MigrationName, Migration>();
        for (var part : all) {
            parts.put(part.label(), part);
            var loader = MigrationLoader.of(part.home().getClassLoader());
            migrations.putAll(loader.load(Map.of(part.label(), part.migrations())));
        }
        return new Apps(parts, migrations);
    }

    /** The app of that label. */
    Part part(String label) {
        var found = parts.get(label);
        if (found == null) {
            throw new SettingsException("there is no app \"" + label + "\": this project has " + parts.sequencedKeySet()
                    + "; correct the name, or add the app to the project");
        }
        return found;
    }

    Map<String, List<Class<? extends KeyedModel<?>>>> models() {
        Map<String, List<Class<? extends KeyedModel<?>>>> models = new LinkedHashMap<>();
        parts.forEach((label, part) -> models.put(label, part.models()));
        return models;
    }

    /** All migrations, as if none had been applied anywhere. */
    MigrationGraph graph() {
        return MigrationGraph.of(migrations);
    }

    /** The databases of the current work that have tables of models: the default one, and those a router says. */
    List<Database> migrated() {
        var databases = Work.current().databases();
        var settings = databases.settings(ModelSettings.class).orElse(ModelSettings.standard());
        return databases.all().stream()
                .filter(it -> it.equals(databases.main())
                        || (settings.routed()
                                && parts.values().stream()
                                        .flatMap(part -> part.models().stream())
                                        .anyMatch(model -> settings.migrates(model, it))))
                .toList();
    }

    /** What migrates a database: only the models whose tables belong there. */
    Migrator migrator(Databases databases, Database database) {
        var settings = databases.settings(ModelSettings.class).orElse(ModelSettings.standard());
        return Migrator.of(database, migrations).only(label -> belongs(settings, label, database));
    }

    /** A model that is no more belongs everywhere it has been. */
    private boolean belongs(ModelSettings settings, String label, Database database) {
        int dot = label.indexOf('.');
        var part = parts.get(label.substring(0, dot));
        return part == null
                || part.models().stream()
                        .filter(it -> it.getSimpleName().equals(label.substring(dot + 1)))
                        .allMatch(it -> settings.migrates(it, database));
    }
}
