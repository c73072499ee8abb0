package nuages.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nuages.data.connection.Database;
import nuages.data.connection.Work;
import nuages.data.error.RowNotFound;
import nuages.data.model.KeyedModel.Deleted;
import nuages.data.query.Field;
import nuages.data.syntax.Comparison;
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

    private Database toWrite() {
        return database != null ? database : Routing.toWrite(type, from());
    }

    private @Nullable Database from() {
        return model.peers == null ? null : model.peers.database();
    }

    void save() {
        if (model.isNew()) {
            insert();
        } else {
            update();
        }
    }

    void insert() {
        hooked(true, () -> {
            var on = toWrite();
            new Inserted<>(type, model, on).run();
            belongsTo(on);
        });
    }

    void update() {
        requireKey("updated");
        var all = IntStream.range(0, type.properties().size()).boxed().toList();
        hooked(false, () -> {
            var on = toWrite();
            update(all, on);
            belongsTo(on);
        });
    }

    void save(Field<?, ?> first, Field<?, ?>... others) {
        requireKey("saved field by field");
        hooked(false, () -> {
            var places = new TreeSet<>(places(first, others));
            places.addAll(type.plan().always());
            if (type.plan().version() >= 0) {
                places.add(type.plan().version());
            }
            var on = toWrite();
            update(List.copyOf(places), on);
            belongsTo(on);
        });
    }

    private void hooked(boolean created, Runnable write) {
        var settings = ModelSettings.current();
        model.beforeSave();
        settings.tell(model, ModelSettings.Listener::beforeSave);
        type.plan().fillTimes(type, model, created);
        write.run();
        model.afterSave(created);
        settings.tell(model, new ModelSettings.Telling() {
            @Override
            public <T extends KeyedModel<?>> void tell(ModelSettings.Listener<? super T> listener, T row) {
                listener.afterSave(row, created);
            }
        });
    }

    private void belongsTo(Database on) {
        if (model.peers == null || model.peers.database() != on) {
            model.peers = new Peers(on);
            model.peers.add(model);
        }
    }

    private void requireKey(String what) {
        if (model.isNew() ? Keys.given(type, model) == null : type.keyOf(model) == null) {
            throw new IllegalStateException("a new " + type + " without a key cannot be " + what
                    + ", since it has no row yet: call save() first, or set its key.");
        }
    }

    private List<Integer> places(Field<?, ?> first, Field<?, ?>... others) {
        var places = new ArrayList<Integer>();
        places.add(place(first));
        for (var field : others) {
            places.add(place(field));
        }
        return places;
    }

    private int place(Field<?, ?> field) {
        return type.place(field);
    }

    private Object ownKey() {
        return Keys.of(model);
    }

    private void update(List<Integer> places, Database on) {
        var sets = new ArrayList<Update.Set>();
        int version = type.plan().version();
        for (int place : places) {
            var property = type.properties().get(place);
            if (place != version && !property.key() && !property.generated()) {
                sets.add(new Update.Set(property.column().name(), value(place, on)));
            }
        }
        var next = version < 0 ? null : Versions.next(type, model);
        if (next != null) {
            sets.add(new Update.Set(type.properties().get(version).column().name(), Node.Value.of(next)));
        }
        if (!sets.isEmpty()) {
            run(sets, on);
        }
        if (next != null) {
            type.set(model, version, next);
        }
    }

    private Node value(int place, Database on) {
        var property = type.properties().get(place);
        return new Node.Value(
                Fitting.encoded(type, model, place, on), property.codec().kind());
    }

    private void run(List<Update.Set> sets, Database on) {
        var back = type.plan().generated();
        var update = new Update(
                type.source(),
                sets,
                row(),
                Keys.names(type),
                null,
                back.stream()
                        .map(it -> type.properties().get(it).column().name())
                        .toList());
        var columns = sets.stream().map(Update.Set::column).toList();
        Blame.on(type, model, on, columns, () -> {
            boolean plain = back.isEmpty() || !Run.returns(on);
            boolean found = plain
                    ? Run.sql(on, update).update() > 0
                    : Run.sql(on, update).changed(rows -> ReadBack.next(type, model, back, rows, on));
            if (!found) {
                throw missing(on);
            }
            if (!back.isEmpty() && !Run.returns(on)) {
                ReadBack.select(type, model, back, on);
            }
            return true;
        });
    }

    /** Its own row, in the version it was read as. */
    private Node row() {
        var own = Keys.is(type, ownKey());
        if (type.plan().version() < 0) {
            return own;
        }
        var column = type.properties().get(type.plan().version()).column();
        var same = new Node.Compare(
                Comparison.EQUAL,
                type.source().column(column.name(), false),
                Node.Value.of(type.value(model, type.plan().version())));
        return new Node.Junction(true, List.of(own, same));
    }

    private RuntimeException missing(Database on) {
        if (type.plan().version() < 0) {
            return gone("saved");
        }
        var there = Versions.inDatabase(type, ownKey(), on);
        return new StaleRow(type, ownKey(), Versions.number(type, model), there);
    }

    private RowNotFound gone(String what) {
        return new RowNotFound(
                type + " " + ownKey() + " could not be " + what
                        + ": its row is no longer there.\nsomebody has deleted it " + "since it was read.",
                null);
    }

    Deleted delete() {
        requireKey("deleted");
        return Deletion.of(type, model, toWrite());
    }

    void refresh() {
        requireKey("read again");
        var on = database != null ? database : Routing.toReadAgain(type, from());
        var set = QuerySet.of(type.type()).on(on);
        boolean found = Run.sql(on, Reads.select(set).where(Keys.is(type, ownKey())))
                .read(rows -> {
                    if (!rows.next()) {
                        return false;
                    }
                    belongsTo(on);
                    type.read(model, new Row(rows, type, on.dialect(), Objects.requireNonNull(model.peers), 0));
                    return true;
                });
        if (!found) {
            throw gone("read");
        }
    }

    void refresh(Field<?, ?> first, Field<?, ?>... others) {
        requireKey("read again");
        var on = database != null ? database : Routing.toReadAgain(type, from());
        if (!ReadBack.select(type, model, places(first, others), on)) {
            throw gone("read");
        }
    }

    void validate() {
        ModelSettings.current().validation().validate(type, model, toWrite());
    }
}
