package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.error.RowNotFound;
import nuages.data.query.Field;
import nuages.data.row.Codec;
import nuages.data.syntax.Delete;
import nuages.data.syntax.Insert;
import nuages.data.syntax.Node;
import nuages.data.syntax.Update;
import org.jspecify.annotations.Nullable;

/** Writes one object. For use by one thread. */
final class Saver<M extends KeyedModel<?>> {
    private final M model;
    private final ModelType<M> type;
    private @Nullable Database database;

    private Saver(M model, ModelType<M> type) {
        this.model = model;
        this.type = type;
    }

    @SuppressWarnings("unchecked")
    static <M extends KeyedModel<?>> Saver<M> of(M model) {
        return new Saver<>(model, (ModelType<M>) ModelType.of(model.getClass()));
    }

    Saver<M> on(@Nullable Database other, @Nullable String alias) {
        this.database =
                other != null ? other : alias == null ? null : Work.current().database(alias);
        return this;
    }

    private Database database() {
        if (database != null) {
            return database;
        }
        return model.peers == null ? Work.current().database() : model.peers.database();
    }

    void save() {
        if (model.isNew()) {
            insert();
        } else {
            update(type.properties());
        }
    }

    void save(Field<?, ?> first, Field<?, ?>... others) {
        var named = new ArrayList<Property>();
        named.add(property(first));
        for (var field : others) {
            named.add(property(field));
        }
        update(named);
    }

    private Property property(Field<?, ?> field) {
        if (!field.node().source().equals(type.source())) {
            throw new IllegalArgumentException(field.node().source().table() + "." + field.name() + " is no field of "
                    + type + ": name its own fields.");
        }
        return type.properties().get(type.place(field.name()));
    }

    private void insert() {
        var columns = new ArrayList<String>();
        var values = new ArrayList<Node>();
        boolean numbered = false;
        for (int i = 0; i < type.properties().size(); i++) {
            var property = type.properties().get(i);
            var value = type.value(model, i);
            if (property.column().identity() && (value == null || value.equals(0L))) {
                numbered = true;
            } else if (!property.generated()) {
                columns.add(property.column().name());
                values.add(value(property, value));
            }
        }
        var on = database();
        var insert = new Insert(
                type.table(),
                columns,
                List.of(values),
                null,
                numbered ? List.of(type.keyProperty().column().name()) : List.of());
        if (numbered) {
            type.set(model, type.key(), key(on, insert));
        } else {
            Run.sql(on, insert).update();
        }
        model.peers = new Peers(on);
        model.peers.add(model);
    }

    private static Long key(Database on, Insert insert) {
        var sql = Run.sql(on, insert);
        if (!Run.render(on, insert).sql().contains(" returning ")) {
            return sql.insertedKey();
        }
        return sql.read(rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @SuppressWarnings("unchecked")
    private Node value(Property property, @Nullable Object value) {
        var codec = (Codec<Object>) property.codec();
        var plain = value instanceof KeyedRef<?, ?> ref ? ref.key() : value;
        if (plain == null && !property.column().nullable()) {
            throw new IllegalArgumentException(type + "." + property.name()
                    + " is null, and column \"" + property.column().name()
                    + "\" takes no NULL.\ngive it a value, or declare the field as @Nullable.");
        }
        return new Node.Value(codec.encodeOrNull(plain), codec.kind());
    }

    private Object ownKey() {
        return Objects.requireNonNull(type.value(model, type.key()));
    }

    private void update(List<Property> properties) {
        var sets = new ArrayList<Update.Set>();
        for (var property : properties) {
            if (!property.key() && !property.generated()) {
                sets.add(new Update.Set(
                        property.column().name(), value(property, type.value(model, type.place(property.name())))));
            }
        }
        if (sets.isEmpty()) {
            return;
        }
        var keys = List.of(type.keyProperty().column().name());
        var update = new Update(type.source(), sets, Reads.hasKey(type, ownKey()), keys);
        if (Run.sql(database(), update).update() == 0) {
            throw gone("saved");
        }
    }

    private RowNotFound gone(String what) {
        return new RowNotFound(
                type + " " + ownKey() + " could not be " + what
                        + ": its row is no longer there.\nsomebody has deleted it " + "since it was read.",
                null);
    }

    void delete() {
        var keys = List.of(type.keyProperty().column().name());
        Run.sql(database(), new Delete(type.source(), Reads.hasKey(type, ownKey()), keys))
                .update();
        model.peers = null;
    }

    void refresh() {
        var on = database();
        var set = QuerySet.of(type.type()).on(on);
        boolean found = Run.sql(on, Reads.select(set).where(Reads.hasKey(type, ownKey())))
                .read(rows -> {
                    if (!rows.next()) {
                        return false;
                    }
                    type.read(model, new Row(rows, type, on.dialect(), Objects.requireNonNull(model.peers), 0));
                    return true;
                });
        if (!found) {
            throw gone("read");
        }
    }
}
