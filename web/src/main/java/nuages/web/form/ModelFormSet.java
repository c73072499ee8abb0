package nuages.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.data.query.Field;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A form for each row of a queryset, and empty ones for new rows, in one {@code <form>}. Only rows of that queryset can be
 * changed or deleted, and only the fields of the form, whatever is sent. Rows that were left as they are are not written.
 * Keep it in a constant. Immutable; threads share it.
 *
 * @param <M> the model
 */
public final class ModelFormSet<M extends KeyedModel<?>> {
    private final ModelForm<M> form;
    private final SetSettings settings;
    /** What numbers its rows; null if nothing does. */
    private final @Nullable Field<M, Integer> order;

    private final SetCheck<M> check;

    private ModelFormSet(
            ModelForm<M> form, SetSettings settings, @Nullable Field<M, Integer> order, SetCheck<M> check) {
        this.form = form;
        this.settings = settings;
        this.order = order;
        this.check = check;
    }

    private ModelFormSet<M> with(SetSettings others) {
        return new ModelFormSet<>(form, others, order, check);
    }

    /** Up to a thousand of these forms, one of them empty. */
    public static <M extends KeyedModel<?>> ModelFormSet<M> of(ModelForm<M> form) {
        return new ModelFormSet<>(form, SetSettings.USUAL, null, SetCheck.none());
    }

    /** The same with that many empty forms. */
    public ModelFormSet<M> extra(int forms) {
        return with(settings.extra(forms));
    }

    /** The same, of which so many must be filled in, and so many may be. */
    public ModelFormSet<M> between(int least, int most) {
        return with(settings.between(least, most));
    }

    /** The same, where each form has a box that deletes its row. */
    public ModelFormSet<M> deletable() {
        return with(settings.asDeletable());
    }

    /**
     * The same, where each form has a number by which rows are ordered: they are shown in the order of that field, and
     * saving numbers those that stay 1, 2, 3 and so on in it, as their numbers in the forms say. Rows are written one after
     * the other, so the field cannot be unique.
     *
     * @throws IllegalArgumentException if the form has that field itself
     */
    public ModelFormSet<M> ordered(Field<M, Integer> field) {
        if (form.slots().stream().anyMatch(it -> it.field().name().equals(field.name()))) {
            throw new IllegalArgumentException(
                    form + " has the field \"" + field.name() + "\", by which its rows shall be ordered, so that it"
                            + " would be written twice: leave it out of the form");
        }
        return new ModelFormSet<>(form, settings.asOrdered(), field, check);
    }

    /** The same, whose fields are sent by names that begin so; they begin with {@code form} otherwise. */
    public ModelFormSet<M> prefix(String beginning) {
        return with(settings.prefix(beginning));
    }

    /**
     * The same, whose rows are also checked together, when each is as it should be: with what was sent, and in the
     * transaction that will write them. Rows that were left as they are, are among them.
     */
    public ModelFormSet<M> check(SetCheck<M> together) {
        return new ModelFormSet<>(form, settings, order, check.and(together));
    }

    /** The same with a prefix of its own, unless it was given one. */
    ModelFormSet<M> named(String beginning) {
        return settings.prefix().equals(SetSettings.USUAL.prefix()) ? prefix(beginning) : this;
    }

    ModelForm<M> form() {
        return form;
    }

    /** The forms of these rows, of which no more are shown than the set may have. */
    public FormView show(QuerySet<M> rows) {
        return page(read(rows.limit(settings.max())), new Options());
    }

    /** These rows, in their order, with all that is shown of them. */
    List<M> read(QuerySet<M> rows) {
        var ordered = order == null ? rows : rows.orderBy(order.asc());
        return form.linked(ordered).list();
    }

    Page page(List<M> rows, Options options) {
        var management = new Management(settings.shown(rows.size()), rows.size());
        var views = new ArrayList<FormView>();
        for (int i = 0; i < management.total(); i++) {
            var row = i < rows.size() ? rows.get(i) : form.type().blank();
            var page = form.page(row, settings.at(i), form.valuesOfOne(row), options);
            var all = new ArrayList<>(key(row, settings.at(i), options));
            all.addAll(page.fields());
            all.addAll(Management.controls(settings, settings.at(i), i));
            views.add(new Page(page.id(), all, List.of()));
        }
        return new Page(Views.id(settings.prefix()), management.fields(settings), List.of(), views);
    }

    private FormField keyField() {
        var type = form.type();
        return new FieldReader(type.type(), form.types()).key(type.keyProperty().name(), type.type());
    }

    private List<FieldView> key(M row, String prefix, Options options) {
        var field = keyField();
        Map<String, Object> values = row.isNew() ? Map.of() : Map.of(field.name(), RowChoices.key(row));
        return Views.initial(List.of(field), prefix, values, options);
    }

    /**
     * Writes what came with a request: all of it or nothing.
     *
     * @param rows the rows that may be changed: a queryset without a limit
     */
    public Bound<Saved<M>> save(Request request, QuerySet<M> rows) {
        var set = read(Sent.of(request, settings.prefix()), rows, form.type()::blank);
        var database = form.type().home(form.type().blank());
        if (set.fine() && new Writing(database).run(null, List.of(set))) {
            return new Valid<>(set.saved());
        }
        set.restore();
        return new Invalid<>(set.page(new Options()));
    }

    /**
     * The forms that came with a request, with a fault of all together that was found later.
     *
     * @param problem what visitors are told
     */
    public Invalid<Saved<M>> refuse(Request request, QuerySet<M> rows, String problem) {
        var set = read(Sent.of(request, settings.prefix()), rows, form.type()::blank);
        set.refuse(problem);
        return new Invalid<>(set.page(new Options()));
    }

    /** The forms that were sent for these rows; for none yet, if that is null. */
    RowSet<M> read(Sent sent, @Nullable QuerySet<M> rows, Supplier<M> blank) {
        var numbered = order == null ? null : form.type().property(order);
        return new RowReading<>(form, settings, keyField(), numbered, rows, blank, check)
                .read(sent.within(settings.prefix()));
    }

    @Override
    public String toString() {
        return "set of " + form;
    }
}
