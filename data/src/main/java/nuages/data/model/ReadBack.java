package nuages.data.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.syntax.Node;
import nuages.data.syntax.Select;

/** Reads some fields of an object that is there already. */
final class ReadBack {
    private ReadBack() {}

    /** From the next row of a result, if there is one. */
    static <M extends KeyedModel<?>> boolean next(
            ModelType<M> type, M model, List<Integer> places, ResultSet rows, Database on) throws SQLException {
        if (!rows.next()) {
            return false;
        }
        var peers = model.peers == null ? new Peers(on) : model.peers;
        var row = new Row(rows, type, on.dialect(), peers, 0);
        for (int i = 0; i < places.size(); i++) {
            type.set(model, places.get(i), row.at(i + 1, places.get(i)));
        }
        return true;
    }

    /** Fields of new objects from the rows of a result, in their order; how many rows there were. */
    static <M extends KeyedModel<?>> int all(
            ModelType<M> type, List<M> models, List<Integer> places, ResultSet rows, Database on) throws SQLException {
        var row = new Row(rows, type, on.dialect(), new Peers(on), 0);
        int read = 0;
        while (read < models.size() && rows.next()) {
            var model = models.get(read++);
            for (int i = 0; i < places.size(); i++) {
                type.set(model, places.get(i), row.at(i + 1, places.get(i)));
            }
        }
        return read;
    }

    /** By a query of its own; whether the row is there. */
    static <M extends KeyedModel<?>> boolean select(ModelType<M> type, M model, List<Integer> places, Database on) {
        var columns = places.stream().<Node>map(type.columns()::get).toList();
        var key = Keys.of(model);
        return Run.sql(on, Select.of(type.source(), columns).where(Keys.is(type, key)))
                .read(rows -> next(type, model, places, rows, on));
    }
}
