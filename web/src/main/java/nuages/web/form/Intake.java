package nuages.web.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nuages.web.form.Content.Count;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields from what was sent. References are looked up, by one query a field. */
final class Intake {
    private final FormField field;
    private final List<String> typed;

    private final Found found;

    private Intake(FormField field, List<String> typed, Found found) {
        this.field = field;
        this.typed = typed;
        this.found = found;
    }

    static Entry read(FormField field, List<String> sent, Found found) {
        for (var text : sent) {
            if (text.indexOf('\0') >= 0) {
                return Entry.wrong(field, List.of(), Sentences.NUL);
            }
        }
        var intake = new Intake(field, sent, found);
        if (field.content().flag()) {
            return intake.flag();
        }
        return field.content().count().several() ? intake.several() : intake.single();
    }

    /** Of a box that is not ticked nothing is sent. */
    private Entry flag() {
        if (typed.isEmpty() || typed.getLast().isBlank()) {
            return Entry.of(field, List.of(), false);
        }
        var read = field.parse(typed.getLast().strip());
        return read.isEmpty()
                ? Entry.wrong(field, typed, field.type().expectation())
                : Entry.of(field, field.texts(read.get()), read.get());
    }

    private Entry single() {
        var text = typed.isEmpty() ? "" : clean(typed.getLast());
        var shown = typed.isEmpty() ? typed : List.of(text);
        if (text.isEmpty()) {
            return none(shown);
        }
        var values = new ArrayList<Object>(1);
        var problem = read(List.of(text), values);
        if (problem != null) {
            return Entry.wrong(field, shown, problem);
        }
        Object value = values.getFirst();
        return Entry.of(field, shown, field.content().count() == Count.OPTIONAL ? Optional.of(value) : value);
    }

    private Entry none(List<String> shown) {
        return switch (field.content().count()) {
            case OPTIONAL -> Entry.of(field, shown, Optional.empty());
            case ONE -> field.content().emptyText() ? Entry.of(field, shown, "") : wanting(shown);
            default -> Entry.of(field, shown, null);
        };
    }

    private Entry wanting(List<String> shown) {
        return Entry.wrong(field, shown, Sentences.MISSING);
    }

    private Entry several() {
        var texts = new ArrayList<String>(typed.size());
        for (var each : typed) {
            var text = clean(each);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        var values = new ArrayList<Object>(texts.size());
        var problem = read(texts, values);
        if (problem != null) {
            return Entry.wrong(field, texts, problem);
        }
        return Entry.of(
                field,
                texts,
                field.content().count() == Count.SET
                        ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
                        : List.copyOf(values));
    }

    private String clean(String text) {
        var lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return field.asTyped() ? lines : lines.strip();
    }

    /** Adds what the texts stand for; what is wrong, if something is. */
    private @Nullable String read(Collection<String> texts, List<Object> values) {
        for (var text : texts) {
            var read = field.parse(text);
            if (read.isEmpty()) {
                boolean key = field.content().model() != null;
                return key ? Sentences.NO_CHOICE : field.type().expectation();
            }
            var problem = field.limits().problem(read.get());
            if (problem.isPresent()) {
                return problem.get();
            }
            values.add(read.get());
        }
        return switch (field.choices()) {
            case Choices.Anything _ -> null;
            case Choices.Fixed fixed -> among(fixed, values);
            case Choices.Rows<?> rows -> among(rows, values);
        };
    }

    private @Nullable String among(Choices.Fixed fixed, List<Object> values) {
        boolean all = values.stream().allMatch(it -> fixed.has(field.type().write(it)));
        return all ? null : Sentences.NO_CHOICE;
    }

    /** Puts references in the place of keys. */
    private @Nullable String among(Choices.Rows<?> rows, List<Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        var keys = new LinkedHashSet<>(values);
        var there = found.find(rows, keys);
        values.clear();
        for (var key : keys) {
            var row = there.get(key);
            if (row == null) {
                return Sentences.NO_CHOICE;
            }
            values.add(RowChoices.ref(row));
        }
        return null;
    }
}
