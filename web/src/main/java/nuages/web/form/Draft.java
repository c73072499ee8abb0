package nuages.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nuages.data.error.ConstraintViolated;
import nuages.data.error.RejectedValue;
import nuages.data.model.InvalidModel;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.ProtectedRows;
import nuages.data.model.StaleRow;
import org.jspecify.annotations.Nullable;

/** A row that a form is about, with what was sent for it. For use by one thread. */
final class Draft<M extends KeyedModel<?>> {
    final M row;
    final List<Entry> entries;
    final Errors errors = new Errors();
    private final ModelType<M> type;
    private final List<Slot> slots;
    private final String prefix;
    private final Map<Property, Object> beside = new HashMap<>();
    /** Gives the row back what it was; null as long as nothing was done to it. */
    private @Nullable Runnable before;

    Draft(ModelType<M> type, List<Slot> slots, M row, Sent sent) {
        this.type = type;
        this.slots = slots;
        this.row = row;
        this.prefix = sent.prefix();
        this.entries = slots.stream().map(it -> sent.entry(it.field())).toList();
    }

    /** Checks each field by itself. */
    Draft<M> check() {
        new Checks(entries, errors).each(type.type());
        return this;
    }

    String prefix() {
        return prefix;
    }

    boolean fine() {
        return errors.none();
    }

    /** Something is about to be done to the row, and may have to be undone. */
    void keep() {
        if (before == null) {
            before = type.keep(row);
        }
    }

    /** Gives a field that is not in the form a value, when the row is given what was sent. */
    void put(Property property, Object value) {
        beside.put(property, value);
    }

    /** Gives the row what was sent. */
    void put() {
        keep();
        beside.forEach((property, value) -> type.put(row, property, value));
        for (int i = 0; i < slots.size(); i++) {
            var property = slots.get(i).property();
            if (property != null) {
                type.put(row, property, entries.get(i).value());
            }
        }
    }

    /** Gives the row back what it had, and whether it was saved. */
    void restore() {
        if (before != null) {
            before.run();
        }
    }

    /**
     * Checks the row as a whole: that what must be unique is, and what the table demands.
     *
     * @throws InvalidModel if only fields are wrong that the form does not have, and the row is to be saved
     */
    void validate(boolean toBeSaved) {
        try {
            row.validate();
        } catch (InvalidModel e) {
            e.problems().forEach(this::tell);
            if (errors.none() && toBeSaved) {
                throw e;
            }
        }
    }

    private void tell(InvalidModel.Problem problem) {
        if (problem.fields().size() == 1 && has(problem.fields().getFirst())) {
            errors.field(problem.fields().getFirst(), problem.text());
        } else if (problem.fields().isEmpty() || problem.fields().stream().anyMatch(this::has)) {
            errors.form(Words.sentence(problem.message()) + ".");
        }
    }

    private boolean has(String field) {
        return slots.stream().anyMatch(it -> it.field().name().equals(field));
    }

    /** Writes the row, and what the tables between have of it. */
    void write() {
        row.save();
        for (int i = 0; i < slots.size(); i++) {
            var links = slots.get(i).links();
            if (links != null) {
                links.rows(row).set(rows(Objects.requireNonNull(entries.get(i).value())));
            }
        }
    }

    private static List<KeyedModel<?>> rows(Object refs) {
        var rows = new ArrayList<KeyedModel<?>>();
        for (var ref : (List<?>) refs) {
            rows.add(((KeyedRef<?, ?>) ref).get());
        }
        return rows;
    }

    /** What the database found wrong when the row was written: what others have done since it was checked. */
    void refused(RuntimeException e) {
        switch (e) {
            case ConstraintViolated violated -> refused(violated);
            case StaleRow _ -> errors.form(Sentences.STALE);
            case ProtectedRows _ -> errors.form(Sentences.PROTECTED);
            case RejectedValue _ -> errors.form(Sentences.REJECTED);
            default -> throw e;
        }
    }

    private void refused(ConstraintViolated e) {
        var fields = e.fields();
        if (fields.stream().noneMatch(this::has)) {
            throw e;
        }
        boolean taken = e.kind() == ConstraintViolated.Kind.UNIQUE;
        if (fields.size() == 1) {
            boolean gone = e.kind() == ConstraintViolated.Kind.FOREIGN_KEY;
            errors.field(
                    fields.getFirst(), taken ? Sentences.taken(type) : gone ? Sentences.NO_CHOICE : Sentences.UNFIT);
        } else {
            errors.form(taken ? Sentences.takenTogether(type, fields) : Sentences.REJECTED);
        }
    }

    Page page(Options options) {
        return new Page(Views.id(prefix), Views.bound(entries, prefix, errors, options), errors.ofForm());
    }
}
