package nuages.web.form;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.web.http.Parameters;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A record as a form: {@code record Signup(@NotBlank String name, @Email String mail, @Nullable LocalDate born)}. The types
 * of its components say what can be typed and whether it can be left out, Jakarta's constraints what it must be. Keep it
 * in a constant. Immutable; threads share it.
 *
 * <p>A component must have a value unless it is {@code @Nullable}, an {@code Optional}, a list, a set, or a {@code String},
 * which may be empty unless {@code @NotBlank}, {@code @NotEmpty} or {@code @Size} forbids it. A box that is not ticked is
 * {@code false}. Spaces around what is typed are left out, but for passwords, and lines end in {@code \n}.
 *
 * @param <T> the record
 */
public final class Form<T extends Record> {
    private final Blueprint blueprint;
    private final List<FormField> fields;
    private final String prefix;
    private final Map<String, Object> initial;

    private Form(Blueprint blueprint, List<FormField> fields, String prefix, Map<String, Object> initial) {
        this.blueprint = blueprint;
        this.fields = fields;
        this.prefix = prefix;
        this.initial = initial;
    }

    /**
     * A record as a form.
     *
     * @throws IllegalArgumentException if a component is of a type that no form reads
     */
    public static <T extends Record> Form<T> of(Class<T> type) {
        var blueprint = Blueprint.of(type);
        return new Form<>(blueprint, blueprint.fields(), "", Map.of());
    }

    /**
     * A record as a form, with types of your own, and with times in a time zone.
     *
     * @param zone where times are that have no zone of their own; those of {@link #of(Class)} are in UTC
     * @param types how values of other types, or the usual ones otherwise, are written
     */
    public static <T extends Record> Form<T> of(Class<T> type, ZoneId zone, TextType<?>... types) {
        var blueprint = Blueprint.read(type, TextTypes.of(zone, List.of(types)));
        return new Form<>(blueprint, blueprint.fields(), "", Map.of());
    }

    /** As {@link #of(Class)} and {@link #bind(Request)}. */
    public static <T extends Record> Bound<T> bind(Class<T> type, Request request) {
        return of(type).bind(request);
    }

    /** The same, whose fields are sent by names that begin so, as several forms in one {@code <form>} need. */
    public Form<T> prefix(String beginning) {
        return new Form<>(blueprint, fields, beginning, initial);
    }

    /** The same, with what stands in its fields before anything was typed. */
    public Form<T> initial(T record) {
        return new Form<>(blueprint, fields, prefix, Map.copyOf(values(record)));
    }

    /** The same, with what stands in one of its fields before anything was typed. */
    public Form<T> initial(String field, Object value) {
        find(field);
        var all = new HashMap<>(initial);
        all.put(field, value);
        return new Form<>(blueprint, fields, prefix, Map.copyOf(all));
    }

    /**
     * The same, where a field of references can only refer to these rows, which are called as their {@code toString()} says.
     * Without it, it can refer to any row of the model. Of more than a thousand rows none is listed: the key is typed.
     *
     * @param rows a queryset without a limit
     */
    public <M extends KeyedModel<?>> Form<T> choices(String field, QuerySet<M> rows) {
        return choices(field, rows, Object::toString);
    }

    /** As {@link #choices(String, QuerySet)}, with the words that a row is called by. */
    public <M extends KeyedModel<?>> Form<T> choices(
            String field, QuerySet<M> rows, Function<? super M, String> label) {
        if (find(field).content().model() == null) {
            throw new IllegalArgumentException(
                    shown(field) + " holds no reference, so that rows are no choices for it: "
                            + "let it be a Ref, or give a list of choices");
        }
        return with(field, it -> it.with(new Choices.Rows<>(rows, label)));
    }

    /** The same, where only these can be chosen. */
    public Form<T> choices(String field, List<Choice> choices) {
        if (find(field).content().model() != null) {
            throw new IllegalArgumentException(
                    shown(field) + " holds references, whose choices are rows: give a queryset of them");
        }
        return with(field, it -> it.with(new Choices.Fixed(List.copyOf(choices))));
    }

    /** The same, with a field that is entered in another way. */
    public Form<T> widget(String field, Widget.Kind kind) {
        return with(field, it -> it.with(it.marks().with(kind)));
    }

    private Form<T> with(String field, UnaryOperator<FormField> change) {
        var found = find(field);
        var changed = fields.stream()
                .map(it -> it.name().equals(found.name()) ? change.apply(it) : it)
                .toList();
        return new Form<>(blueprint, changed, prefix, initial);
    }

    private FormField find(String name) {
        return fields.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(blueprint.type().getSimpleName() + " has no component \""
                                + name + "\": it has "
                                + fields.stream().map(FormField::name).toList()));
    }

    private String shown(String field) {
        return blueprint.type().getSimpleName() + "." + field;
    }

    /** The form as it is before anything was typed; asks for the rows that can be chosen. */
    public FormView show() {
        return page(prefix, initial, new Options());
    }

    Page page(String at, Map<String, Object> values, Options options) {
        return new Page(Views.id(at), Views.initial(fields, at, values, options), List.of());
    }

    List<FormField> fields() {
        return fields;
    }

    Map<String, Object> initial() {
        return initial;
    }

    /** What a record has in its fields, by their names. */
    Map<String, Object> values(T record) {
        var values = blueprint.values(record);
        var all = new HashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                all.put(fields.get(i).name(), values[i]);
            }
        }
        return all;
    }

    /**
     * Makes a record of the form that came with a request.
     *
     * @throws nuages.web.http.HttpException if the body is not a form that can be read
     */
    public Bound<T> bind(Request request) {
        return attempt(Sent.of(request, prefix)).bound();
    }

    /** Makes a record of parameters, such as those of a query: a search. */
    public Bound<T> bind(Parameters parameters) {
        return attempt(Sent.of(parameters, prefix)).bound();
    }

    @SuppressWarnings("unchecked")
    Attempt<T> attempt(Sent sent) {
        var entries = fields.stream().map(sent::entry).toList();
        var errors = new Errors();
        var checks = new Checks(entries, errors);
        var made = entries.stream().allMatch(Entry::fine) ? made(entries, errors) : null;
        if (made != null) {
            checks.whole(made);
        } else {
            checks.each(blueprint.type());
        }
        return new Attempt<>((T) made, entries, sent.prefix(), errors);
    }

    /** A record that refuses its values by itself is a form that is wrong as a whole. */
    private @Nullable Object made(List<Entry> entries, Errors errors) {
        var values = new @Nullable Object[entries.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = entries.get(i).value();
        }
        try {
            return blueprint.create(values);
        } catch (IllegalArgumentException e) {
            errors.form(e.getMessage() == null ? Sentences.TAMPERED : e.getMessage());
            return null;
        }
    }

    /**
     * The form that came with a request, with a fault that was found later: that a name was taken, that a payment was
     * refused.
     *
     * @param field what is wrong; empty for the form as a whole
     * @param problem what visitors are told
     */
    public Invalid<T> refuse(Request request, String field, String problem) {
        var errors = new Errors();
        if (field.isEmpty()) {
            errors.form(problem);
        } else {
            errors.field(find(field).name(), problem);
        }
        var sent = Sent.of(request, prefix);
        var entries = fields.stream().map(sent::entry).toList();
        return new Invalid<>(new Attempt<T>(null, entries, prefix, errors).page(new Options()));
    }

    @Override
    public String toString() {
        return "form of " + blueprint.type().getSimpleName();
    }
}
