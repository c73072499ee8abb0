package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;

/**
 * Objects of one model that one query has read together, and that are fetched for together. They keep each other alive;
 * so a long result has several of these, each as long as what one statement can ask for.
 */
final class Peers {
    /** How many keys one statement names: every database takes as many parameters. */
    static final int MOST = 1000;

    private final Database database;
    private final List<KeyedModel<?>> all;

    Peers(Database database) {
        this.database = database;
        this.all = new ArrayList<>();
    }

    private Peers(Database database, KeyedModel<?> alone) {
        this.database = database;
        this.all = List.of(alone);
    }

    /** An object that was read or saved by itself. */
    static Peers alone(Database database, KeyedModel<?> model) {
        return new Peers(database, model);
    }

    /** Those that something is fetched for when it is fetched for that one: all that still have their rows. */
    @SuppressWarnings("ReferenceEquality") // equal objects may stand for one row
    List<KeyedModel<?>> around(KeyedModel<?> one) {
        var around = new ArrayList<KeyedModel<?>>(all.size());
        around.add(one);
        for (var each : all) {
            if (each != one && each.peers == this) {
                around.add(each);
            }
        }
        return around;
    }

    Database database() {
        return database;
    }

    void add(KeyedModel<?> model) {
        all.add(model);
    }

    List<KeyedModel<?>> all() {
        return all;
    }
}
