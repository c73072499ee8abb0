package nuages.web.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells whether a form was left as it was shown. */
final class Blank {
    /** What a model may give a new row that is another thing each time, such as the present time. */
    private static final Set<Class<?>> PASSING = Set.of(
            Instant.class, LocalDateTime.class, LocalTime.class, OffsetDateTime.class, ZonedDateTime.class, UUID.class);

    private Blank() {}

    /** Whether the fields of a row that is there are as they were. */
    static boolean unchanged(List<Entry> entries, Map<String, ? extends Object> values) {
        return entries.stream()
                .allMatch(it -> it.fine() && same(it, values.get(it.field().name())));
    }

    /** Whether nothing was filled in: all fields are empty, or as they were. */
    static boolean untouched(List<Entry> entries, Map<String, ? extends Object> values) {
        return entries.stream()
                .allMatch(it -> untouched(it, values.get(it.field().name())));
    }

    private static boolean untouched(Entry entry, @Nullable Object value) {
        boolean passing =
                value != null && PASSING.contains(entry.field().content().element());
        return passing || entry.blank() || same(entry, value);
    }

    private static boolean same(Entry entry, @Nullable Object value) {
        var typed = entry.typed().stream().filter(it -> !it.isBlank()).toList();
        var shown =
                entry.field().texts(value).stream().filter(it -> !it.isBlank()).toList();
        boolean rows = entry.field().content().count().several()
                && entry.field().content().model() != null;
        return rows ? Set.copyOf(typed).equals(Set.copyOf(shown)) : typed.equals(shown);
    }
}
