package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import nuages.data.connection.Database;
import nuages.data.syntax.Insert;
import nuages.data.syntax.Node;

/** One object as a new row. For use by one thread. */
final class Inserted<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final M model;
    private final Database on;
    private final List<String> columns = new ArrayList<>();
    private final List<Node> values = new ArrayList<>();
    /** What the database gives the row. */
    private final List<Integer> back = new ArrayList<>();

    private boolean numbered;

    Inserted(ModelType<M> type, M model, Database on) {
        this.type = type;
        this.model = model;
        this.on = on;
    }

    void run() {
        Versions.begin(type, model);
        for (int i = 0; i < type.properties().size(); i++) {
            add(i, type.properties().get(i));
        }
        var insert =
                new Insert(type.table(), columns, List.of(values), null, Run.returns(on) ? names(back) : List.of());
        Blame.on(type, model, on, columns, () -> {
            insert(insert);
            return true;
        });
    }

    private void add(int place, Property property) {
        var value = type.value(model, place);
        if (property.numberless(value)) {
            numbered = true;
            back.add(place);
        } else if (property.generated() || Fitting.leftOut(property, value)) {
            back.add(place);
        } else {
            columns.add(property.column().name());
            values.add(new Node.Value(
                    Fitting.encoded(type, model, place, on), property.codec().kind()));
        }
    }

    private List<String> names(List<Integer> places) {
        return places.stream()
                .map(it -> type.properties().get(it).column().name())
                .toList();
    }

    private void insert(Insert insert) {
        var sql = Run.sql(on, insert);
        if (back.isEmpty()) {
            sql.update();
        } else if (Run.returns(on)) {
            sql.changed(rows -> ReadBack.next(type, model, back, rows, on));
        } else if (numbered) {
            type.set(model, type.key(), sql.insertedKey());
            back.removeIf(it -> it == type.key());
        } else {
            sql.update();
        }
        if (!back.isEmpty() && !Run.returns(on)) {
            ReadBack.select(type, model, back, on);
        }
    }
}
