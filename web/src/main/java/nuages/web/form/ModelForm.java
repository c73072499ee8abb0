package nuages.web.form;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nuages.data.model.KeyedModel;
import nuages.data.model.Many;
import nuages.data.model.ManyToManyField;
import nuages.data.model.ModelType;
import nuages.data.model.QuerySet;
import nuages.data.query.Field;
import nuages.web.http.Request;

/**
 * A model as a form: {@code ModelForm.of(Question.class, Question_.text, Question_.published)}. Only the fields that are
 * named can be written by it, whatever is sent. What they are called and what they must be follows from the model. Keep it
 * in a constant. Immutable; threads share it.
 *
 * <p>If {@code @Version} is among the fields, it is sent along unseen, and who saves what somebody else has changed
 * meanwhile is told so.
 *
 * @param <M> the model
 */
public final class ModelForm<M extends KeyedModel<?>> {
    private final ModelType<M> type;
    private final TextTypes types;
    private final List<Slot> slots;
    private final List<Inline<M, ?>> inlines;
    private final String prefix;
    private final Map<String, Object> initial;

    private ModelForm(
            ModelType<M> type,
            TextTypes types,
            List<Slot> slots,
            List<Inline<M, ?>> inlines,
            String prefix,
            Map<String, Object> initial) {
        this.type = type;
        this.types = types;
        this.slots = slots;
        this.inlines = inlines;
        this.prefix = prefix;
        this.initial = initial;
    }

    /**
     * A form of these fields of a model, in this order.
     *
     * @throws IllegalArgumentException if one of them is filled in by the database or by saving, or of a type that no form
     *     reads
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M extends KeyedModel<?>> ModelForm<M> of(Class<M> model, Field<M, ?>... fields) {
        return of(model, ZoneOffset.UTC, List.of(fields));
    }

    /** A form of these fields of a model, with times in a time zone and types of your own. */
    public static <M extends KeyedModel<?>> ModelForm<M> of(
            Class<M> model, ZoneId zone, List<? extends Field<M, ?>> fields, TextType<?>... types) {
        var known = TextTypes.of(zone, List.of(types));
        var type = ModelType.of(model);
        return new ModelForm<>(
                type, known, List.copyOf(new SlotReader<>(type, known).slots(fields)), List.of(), "", Map.of());
    }

    /** The same with a field for the rows that a table between leads to. */
    public ModelForm<M> links(ManyToManyField<M, ?> field) {
        var more = new ArrayList<>(slots);
        more.add(new SlotReader<>(type, types).links(field));
        return new ModelForm<>(type, types, List.copyOf(more), inlines, prefix, initial);
    }

    /** The same with forms for the rows that belong to its row, which are shown and saved with it. */
    public ModelForm<M> inline(Inline<M, ?> rows) {
        var more = new ArrayList<>(inlines);
        more.add(rows);
        return new ModelForm<>(type, types, slots, List.copyOf(more), prefix, initial);
    }

    /** The same, whose fields are sent by names that begin so. */
    public ModelForm<M> prefix(String beginning) {
        return new ModelForm<>(type, types, slots, inlines, beginning, initial);
    }

    /** The same, with what stands in a field of a new row's form before anything was typed. */
    public <T> ModelForm<M> initial(Field<M, T> field, T value) {
        find(field.name());
        var all = new HashMap<>(initial);
        all.put(field.name(), value);
        return new ModelForm<>(type, types, slots, inlines, prefix, Map.copyOf(all));
    }

    /** The same, where a field can only refer to these rows; see {@link Form#choices(String, QuerySet)}. */
    public <T extends KeyedModel<?>> ModelForm<M> choices(Field<M, ?> field, QuerySet<T> rows) {
        return choices(field.name(), rows, Object::toString);
    }

    /** The same, where only these rows can be chosen for a field of many. */
    public <T extends KeyedModel<?>> ModelForm<M> choices(ManyToManyField<M, T> field, QuerySet<T> rows) {
        return choices(field.name(), rows, Object::toString);
    }

    /** The same, where the field of that name can only refer to these rows, which are called so. */
    public <T extends KeyedModel<?>> ModelForm<M> choices(
            String field, QuerySet<T> rows, Function<? super T, String> label) {
        if (find(field).field().content().model() == null) {
            throw new IllegalArgumentException(
                    type + "." + field + " holds no reference, so that rows are no choices for it");
        }
        return with(field, it -> it.with(new Choices.Rows<>(rows, label)));
    }

    /** The same, where only these can be chosen for a field. */
    public ModelForm<M> choices(Field<M, ?> field, List<Choice> choices) {
        return with(field.name(), it -> it.with(new Choices.Fixed(List.copyOf(choices))));
    }

    /** The same, with a field that is entered in another way. */
    public ModelForm<M> widget(Field<M, ?> field, Widget.Kind kind) {
        return with(field.name(), it -> it.with(it.marks().with(kind)));
    }

    private ModelForm<M> with(String field, UnaryOperator<FormField> change) {
        var found = find(field);
        var changed = slots.stream()
                .map(it -> it.equals(found) ? it.with(change.apply(it.field())) : it)
                .toList();
        return new ModelForm<>(type, types, changed, inlines, prefix, initial);
    }

    private Slot find(String name) {
        return slots.stream()
                .filter(it -> it.field().name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("this form of " + type + " has no field \"" + name + "\": it has "
                                + slots.stream().map(it -> it.field().name()).toList()));
    }

    ModelType<M> type() {
        return type;
    }

    TextTypes types() {
        return types;
    }

    List<Slot> slots() {
        return slots;
    }

    /** The form of a new row, with what the model gives it and what {@link #initial} says. */
    public FormView show() {
        return page(type.blank(), prefix, new Options());
    }

    /** The form of a row. */
    public FormView show(M row) {
        return page(row, prefix, new Options());
    }

    private Page page(M row, String at, Options options) {
        return page(row, at, values(row), options);
    }

    Page page(M row, String at, Map<String, Object> values, Options options) {
        var views = Views.initial(fields(), at, values, options);
        var sets = new ArrayList<FormView>();
        inlines.forEach(it -> sets.add(it.page(row, options)));
        return new Page(Views.id(at), views, List.of(), sets);
    }

    private List<FormField> fields() {
        return slots.stream().map(Slot::field).toList();
    }

    /** What stands in the fields before anything is typed. */
    private Map<String, Object> values(M row) {
        return values(row, many -> many.all().list());
    }

    /** The same for a row of several, for all of which was fetched what tables between lead to. */
    Map<String, Object> valuesOfOne(M row) {
        return values(row, Many::get);
    }

    /** These rows, with what tables between lead to. */
    QuerySet<M> linked(QuerySet<M> rows) {
        var linked = rows;
        for (var slot : slots) {
            if (slot.links() != null) {
                linked = linked(linked, slot.links());
            }
        }
        return linked;
    }

    @SuppressWarnings("unchecked") // it is a field of this model, and leads to another
    private QuerySet<M> linked(QuerySet<M> rows, ManyToManyField<?, ?> field) {
        return rows.withMany((ManyToManyField<M, KeyedModel<?>>) field);
    }

    private Map<String, Object> values(M row, Function<Many<?>, List<?>> rows) {
        var values = new HashMap<String, Object>();
        for (var slot : slots) {
            var name = slot.field().name();
            var property = slot.property();
            var links = slot.links();
            var value = property != null
                    ? type.get(row, property)
                    : links == null || row.isNew() ? null : rows.apply(links.rows(row));
            var first = row.isNew() ? initial.getOrDefault(name, value) : value;
            if (first != null) {
                values.put(name, first);
            }
        }
        return values;
    }

    /**
     * A new object of the form that came with a request, which is not saved: tables between and rows that belong to it are
     * left alone.
     */
    public Bound<M> bind(Request request) {
        return bind(request, type.blank());
    }

    /**
     * An object with what came with a request, which is not saved. If something is wrong, it stays as it was. What is wrong
     * with fields that are not in the form is not told.
     */
    public Bound<M> bind(Request request, M row) {
        var draft = new Draft<>(type, slots, row, Sent.of(request, prefix)).check();
        if (draft.fine()) {
            draft.put();
            draft.validate(false);
        }
        if (draft.fine()) {
            return new Valid<>(row);
        }
        draft.restore();
        return new Invalid<>(draft.page(new Options()));
    }

    /** Saves a new row of the form that came with a request; see {@link #save(Request, KeyedModel)}. */
    public Bound<M> save(Request request) {
        return save(request, type.blank());
    }

    /**
     * Saves an object with what came with a request, and with it what tables between have of it and the rows that belong to
     * it: all of it or nothing. What somebody else has done at the same time, such as taking a name, is told like any other
     * fault. Fields that are not in the form may be set before.
     *
     * @throws nuages.data.model.InvalidModel if only fields are wrong that are not in the form
     * @throws nuages.data.error.RowNotFound if the row is no longer there
     */
    public Bound<M> save(Request request, M row) {
        var sent = Sent.of(request, prefix);
        var draft = new Draft<>(type, slots, row, sent).check();
        var sets = new ArrayList<RowSet<?>>();
        inlines.forEach(it -> sets.add(it.read(sent, row)));
        boolean saved =
                draft.fine() && sets.stream().allMatch(RowSet::fine) && new Writing(type.home(row)).run(draft, sets);
        if (saved) {
            return new Valid<>(row);
        }
        draft.restore();
        sets.forEach(RowSet::restore);
        var options = new Options();
        var page = draft.page(options);
        var views = sets.stream().<FormView>map(it -> it.page(options)).toList();
        return new Invalid<>(new Page(page.id(), page.fields(), page.errors(), views));
    }

    /**
     * The form that came with a request, with a fault that was found later.
     *
     * @param field what is wrong; empty for the form as a whole
     * @param problem what visitors are told
     */
    public Invalid<M> refuse(Request request, String field, String problem) {
        var draft = new Draft<>(type, slots, type.blank(), Sent.of(request, prefix));
        if (field.isEmpty()) {
            draft.errors.form(problem);
        } else {
            draft.errors.field(find(field).field().name(), problem);
        }
        return new Invalid<>(draft.page(new Options()));
    }

    @Override
    public String toString() {
        return "form of " + type;
    }
}
