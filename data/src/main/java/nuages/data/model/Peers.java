package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;

/** The objects of one model that one query has read. */
final class Peers {
    private final Database database;
    private final List<KeyedModel<?>> all = new ArrayList<>();

    Peers(Database database) {
        this.database = database;
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
