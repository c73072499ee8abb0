package nuages.web.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nuages.web.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Any number of forms of one kind in one {@code <form>}, such as the lines of an order. How many there are is sent along in
 * fields named as Django's ({@code form-TOTAL_FORMS}), so that scripts for Django's sets add lines to these. A form at the
 * end that was left empty does not count. Keep it in a constant. Immutable; threads share it.
 *
 * @param <T> the record of each form
 */
public final class FormSet<T extends Record> {
    private final Form<T> form;
    private final SetSettings settings;
    private final List<T> initial;
    private final SetCheck<T> check;

    private FormSet(Form<T> form, SetSettings settings, List<T> initial, SetCheck<T> check) {
        this.form = form;
        this.settings = settings;
        this.initial = initial;
        this.check = check;
    }

    private FormSet<T> with(SetSettings others) {
        return new FormSet<>(form, others, initial, check);
    }

    /** Up to a thousand of these forms, one of them empty. */
    public static <T extends Record> FormSet<T> of(Form<T> form) {
        return new FormSet<>(form, SetSettings.USUAL, List.of(), SetCheck.none());
    }

    /** The same with that many empty forms. */
    public FormSet<T> extra(int forms) {
        return with(settings.extra(forms));
    }

    /** The same, of which so many must be filled in, and so many may be. */
    public FormSet<T> between(int least, int most) {
        return with(settings.between(least, most));
    }

    /** The same, where each form has a box that leaves it out. */
    public FormSet<T> deletable() {
        return with(settings.asDeletable());
    }

    /** The same, where each form has a number by which they are ordered. */
    public FormSet<T> ordered() {
        return with(settings.asOrdered());
    }

    /** The same, whose fields are sent by names that begin so; they begin with {@code form} otherwise. */
    public FormSet<T> prefix(String beginning) {
        return with(settings.prefix(beginning));
    }

    /** The same, with forms that are filled in before anything was typed. */
    public FormSet<T> initial(List<T> records) {
        return new FormSet<>(form, settings, List.copyOf(records), check);
    }

    /** The same, whose forms are also checked together, when each is as it should be: that no two lines are equal. */
    public FormSet<T> check(SetCheck<T> together) {
        return new FormSet<>(form, settings, initial, check.and(together));
    }

    /** The forms as they are before anything was typed. */
    public FormView show() {
        var options = new Options();
        var management = new Management(settings.shown(initial.size()), initial.size());
        var rows = new ArrayList<FormView>();
        for (int i = 0; i < management.total(); i++) {
            var values = i < initial.size() ? form.values(initial.get(i)) : form.initial();
            var row = form.page(settings.at(i), values, options);
            rows.add(with(row, Management.controls(settings, settings.at(i), i)));
        }
        return new Page(Views.id(settings.prefix()), management.fields(settings), List.of(), rows);
    }

    private static Page with(Page row, List<FieldView> controls) {
        var all = new ArrayList<>(row.fields());
        all.addAll(controls);
        return new Page(row.id(), all, row.errors());
    }

    /** One of the forms that were sent. */
    private record Row<T>(Attempt<T> attempt, List<Entry> controls, boolean blank) {
        boolean deleted() {
            return Management.deleted(controls);
        }

        @Nullable
        Integer order() {
            for (var entry : controls) {
                if (entry.value() instanceof Integer number) {
                    return number;
                }
            }
            return null;
        }

        boolean counts() {
            return !blank && !deleted();
        }

        Page page(Options options) {
            var errors = new Errors();
            for (var entry : controls) {
                if (!entry.fine()) {
                    errors.field(entry.field().name(), String.valueOf(entry.problem()));
                }
            }
            var row = blank || deleted() ? attempt.withoutErrors().page(options) : attempt.page(options);
            return with(row, Views.bound(controls, attempt.prefix(), errors, options));
        }
    }

    /** Makes records of the forms that came with a request, in their order, without those left empty or deleted. */
    public Bound<List<T>> bind(Request request) {
        var sent = Sent.of(request, settings.prefix());
        var management = Management.read(sent).orElse(null);
        if (management == null) {
            var page = (Page) show();
            return new Invalid<>(new Page(page.id(), page.fields(), List.of(Sentences.TAMPERED), page.forms()));
        }
        var rows = rows(sent, management);
        var errors = new Errors();
        long count = rows.stream().filter(Row::counts).count();
        if (count < settings.min()) {
            errors.form(Sentences.tooFew(settings.min()));
        }
        if (management.total() > settings.max()) {
            errors.form(Sentences.tooMany(settings.max()));
        }
        boolean fine = rows.stream().allMatch(it -> !it.counts() || it.attempt().fine())
                && rows.stream().flatMap(it -> it.controls().stream()).allMatch(Entry::fine);
        if (!fine || !errors.none()) {
            return invalid(rows, management, errors);
        }
        var values = values(rows);
        check.check(values, errors::form);
        return errors.none() ? new Valid<>(values) : invalid(rows, management, errors);
    }

    /**
     * The forms that came with a request, with a fault of all together that was found later.
     *
     * @param problem what visitors are told
     */
    public Invalid<List<T>> refuse(Request request, String problem) {
        var sent = Sent.of(request, settings.prefix());
        var management = Management.read(sent).orElse(new Management(0, 0));
        return invalid(rows(sent, management), management, new Errors().form(problem));
    }

    private List<Row<T>> rows(Sent sent, Management management) {
        int count = Math.min(management.total(), settings.max());
        for (var field : form.fields()) {
            for (int i = 0; i < count; i++) {
                sent.found().collect(field, sent.within(settings.at(i)).values(field.name()));
            }
        }
        sent.found().lookUp();
        var rows = new ArrayList<Row<T>>(count);
        for (int i = 0; i < count; i++) {
            var at = sent.within(settings.at(i));
            var attempt = form.attempt(at);
            boolean blank = i >= management.initial() && Blank.untouched(attempt.entries(), form.initial());
            rows.add(new Row<>(attempt, Management.entries(settings, at), blank));
        }
        return rows;
    }

    private List<T> values(List<Row<T>> rows) {
        var counting = new ArrayList<>(rows.stream().filter(Row::counts).toList());
        if (settings.ordered()) {
            counting.sort(Comparator.comparing(Row::order, Comparator.nullsLast(Comparator.naturalOrder())));
        }
        var values = new ArrayList<T>(counting.size());
        for (var row : counting) {
            var value = row.attempt().value();
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private Invalid<List<T>> invalid(List<Row<T>> rows, Management management, Errors errors) {
        var options = new Options();
        var views = rows.stream().<FormView>map(it -> it.page(options)).toList();
        var counted = new Management(rows.size(), Math.min(management.initial(), rows.size()));
        return new Invalid<>(new Page(Views.id(settings.prefix()), counted.fields(settings), errors.ofForm(), views));
    }

    @Override
    public String toString() {
        return "set of " + form;
    }
}
