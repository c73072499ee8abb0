package nuages.data.migration.draft;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nuages.data.model.KeyedModel;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.model.Property.Filled;

/**
 * The initial values of fields, as SQL that all databases understand: what rows that are there get in a new field. Empty
 * where there is none, where it is another one for each object, or where databases write it differently. Immutable.
 */
final class InitialValues {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final long TICK = 20_000;

    private final Map<String, ModelType<?>> types = new HashMap<>();

    private InitialValues() {}

    static InitialValues of(Map<String, ? extends List<? extends Class<? extends KeyedModel<?>>>> models) {
        var values = new InitialValues();
        models.forEach(
                (app, own) -> own.forEach(it -> values.types.put(app + "." + it.getSimpleName(), ModelType.of(it))));
        return values;
    }

    /** That of a field of a model, which is {@code app.Model}. */
    Optional<String> of(String model, String field) {
        var type = types.get(model);
        return type == null
                ? Optional.empty()
                : type.properties().stream()
                        .filter(it -> it.name().equals(field))
                        .findFirst()
                        .flatMap(it -> of(type, it));
    }

    private static Optional<String> of(ModelType<?> type, Property property) {
        var first = type.initial(property).orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < TICK) {
            Thread.onSpinWait();
        }
        boolean constant = type.initial(property).filter(first::equals).isPresent();
        boolean kept = property.filled() == Filled.ONCE || property.filled() == Filled.ALWAYS;
        if (first instanceof Instant && (kept || !constant)) {
            return Optional.of("CURRENT_TIMESTAMP");
        }
        return constant || first instanceof byte[] ? literal(first) : Optional.empty();
    }

    private static Optional<String> literal(Object value) {
        return switch (value) {
            case Boolean it -> Optional.of(it.toString());
            case BigDecimal it -> Optional.of(it.toPlainString());
            case Double it when !Double.isFinite(it) -> Optional.empty();
            case Number it -> Optional.of(it.toString());
            case String it when it.indexOf('\\') >= 0 || it.indexOf('\0') >= 0 -> Optional.empty();
            case String it -> Optional.of(quoted(it));
            case LocalDate it -> Optional.of(quoted(it.toString()));
            case LocalTime it -> Optional.of(quoted(it.toString()));
            case Instant it -> Optional.of(quoted(MOMENT.format(it.atOffset(ZoneOffset.UTC))));
            case UUID it -> Optional.of(quoted(it.toString().replace("-", "")));
            case Duration it when it.isZero() -> Optional.of("'0'");
            case byte[] it when it.length == 0 -> Optional.of("''");
            default -> Optional.empty();
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
