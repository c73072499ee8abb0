package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nuages.data.error.DatabaseException;

/** Makes objects of what a statement of a user's own finds. */
final class RawRows {
    private RawRows() {}

    static <M extends KeyedModel<?>> List<M> list(QuerySet<M> set, String sql, Object... parameters) {
        var database = set.database();
        var type = set.type();
        var found = database.sql(sql, parameters).read(rows -> {
            var peers = new Peers(database);
            var row = new Row(rows, type, database.dialect(), peers, 0);
            int[] places = places(type, rows);
            var all = new ArrayList<M>();
            while (rows.next()) {
                var model = type.create();
                for (int i = 0; i < places.length; i++) {
                    type.set(model, i, row.at(places[i], i));
                }
                model.peers = peers;
                peers.add(model);
                all.add(model);
            }
            return all;
        });
        Prefetches.fetch(found, set.query().withMany(), database);
        return found;
    }

    private static int[] places(ModelType<?> type, ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var places = new int[type.properties().size()];
        for (int i = 0; i < places.length; i++) {
            var name = type.properties().get(i).column().name();
            for (int k = columns.getColumnCount(); k > 0; k--) {
                places[i] = columns.getColumnLabel(k).equalsIgnoreCase(name) ? k : places[i];
            }
            if (places[i] == 0) {
                throw new DatabaseException(
                        "the statement has no column \"" + name + "\", which "
                                + type + "." + type.properties().get(i).name()
                                + " is read from.\nselect all columns of table \"" + type.table()
                                + "\", or use database.sql(…) with a record of what you need.",
                        null);
            }
        }
        return places;
    }
}
