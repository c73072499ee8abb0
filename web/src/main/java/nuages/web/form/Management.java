package nuages.web.form;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuages.web.form.Content.Count;
import org.jspecify.annotations.Nullable;

/**
 * How many forms of a set were sent, in fields of the names and meanings that Django gives them. Immutable.
 *
 * @param total how many
 * @param initial how many of them, the first ones, were filled in when they were shown
 */
record Management(int total, int initial) {
    private static final String DELETE = "DELETE";
    private static final String ORDER = "ORDER";
    private static final String TOTAL = "TOTAL_FORMS";
    private static final String INITIAL = "INITIAL_FORMS";
    private static final String LEAST = "MIN_NUM_FORMS";
    private static final String MOST = "MAX_NUM_FORMS";

    private static final FormField DELETED = plain(DELETE, Boolean.class, Count.ONE, Widget.Kind.CHECKBOX);
    private static final FormField ORDERED = plain(ORDER, Integer.class, Count.NULLABLE, Widget.Kind.NUMBER);

    @SuppressWarnings("unchecked")
    private static FormField plain(String name, Class<?> type, Count count, Widget.Kind kind) {
        var texts = TextTypes.of(ZoneOffset.UTC, List.of()).find(type).orElseThrow();
        return FormField.plain(name, new Content(count, type, null), (TextType<Object>) texts, kind);
    }

    /** What was sent; none if it is no number, or does not fit. */
    static Optional<Management> read(Sent sent) {
        int total = number(sent, TOTAL);
        int initial = number(sent, INITIAL);
        boolean fits = initial >= 0 && total >= initial;
        return fits ? Optional.of(new Management(total, initial)) : Optional.empty();
    }

    private static int number(Sent sent, String name) {
        var entry = sent.entry(plain(name, Integer.class, Count.ONE, Widget.Kind.HIDDEN));
        return entry.value() instanceof Integer number ? number : -1;
    }

    /** The fields that say so. */
    List<FieldView> fields(SetSettings settings) {
        var views = new ArrayList<FieldView>();
        var numbers = Map.of(TOTAL, total, INITIAL, initial, LEAST, settings.min(), MOST, settings.max());
        for (var name : List.of(TOTAL, INITIAL, LEAST, MOST)) {
            var field = plain(name, Integer.class, Count.ONE, Widget.Kind.HIDDEN);
            views.addAll(Views.initial(List.of(field), settings.prefix(), numbers, new Options()));
        }
        return views;
    }

    /** What deletes and orders a form of the set, before anything was typed. */
    static List<FieldView> controls(SetSettings settings, String prefix, int place) {
        return Views.initial(fieldsOf(settings), prefix, Map.of(ORDER, place + 1), new Options());
    }

    /** What was typed to delete and to order a form of the set. */
    static List<Entry> entries(SetSettings settings, Sent sent) {
        return fieldsOf(settings).stream().map(sent::entry).toList();
    }

    /** The number that orders the form; null if none was typed. */
    static @Nullable Integer order(List<Entry> controls) {
        for (var control : controls) {
            if (control.field().name().equals(ORDER) && control.value() instanceof Integer number) {
                return number;
            }
        }
        return null;
    }

    /** Whether the form was marked to be left out. */
    static boolean deleted(List<Entry> controls) {
        return controls.stream().anyMatch(it -> it.field().name().equals(DELETE) && Boolean.TRUE.equals(it.value()));
    }

    private static List<FormField> fieldsOf(SetSettings settings) {
        var fields = new ArrayList<FormField>();
        if (settings.ordered()) {
            fields.add(ORDERED);
        }
        if (settings.deletable()) {
            fields.add(DELETED);
        }
        return fields;
    }
}
