package nuages.data.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nuages.data.schema.ColumnType;

/**
 * What saving has to know of a model's fields, by their places.
 *
 * @param version the one that counts the saves; -1 if there is none
 * @param generated those that the database computes
 * @param once those that get the time of the first save
 * @param always those that get the time of each save
 */
record SavePlan(int version, List<Integer> generated, List<Integer> once, List<Integer> always) {
    static SavePlan of(List<Property> properties) {
        int version = -1;
        var generated = new ArrayList<Integer>();
        var once = new ArrayList<Integer>();
        var always = new ArrayList<Integer>();
        for (int i = 0; i < properties.size(); i++) {
            var property = properties.get(i);
            if (property.generated()) {
                generated.add(i);
            }
            switch (property.filled()) {
                case BY_USER -> {}
                case VERSION -> version = i;
                case ONCE -> once.add(i);
                case ALWAYS -> always.add(i);
            }
        }
        return new SavePlan(version, List.copyOf(generated), List.copyOf(once), List.copyOf(always));
    }

    /** Gives an object the times that a save fills in. */
    <M extends KeyedModel<?>> void fillTimes(ModelType<M> type, M model, boolean created) {
        if (always.isEmpty() && once.isEmpty()) {
            return;
        }
        var now = ModelSettings.current().now();
        if (created) {
            once.forEach(it -> type.set(model, it, as(type.properties().get(it), now)));
        }
        always.forEach(it -> type.set(model, it, as(type.properties().get(it), now)));
    }

    private static Object as(Property property, Instant now) {
        return switch (property.column().type()) {
            case ColumnType.Date _ -> LocalDate.ofInstant(now, ZoneOffset.UTC);
            case ColumnType.Time _ -> LocalTime.ofInstant(now, ZoneOffset.UTC);
            default -> now;
        };
    }

    /** Whether a field is filled in by each save, so that it is written whichever fields are. */
    boolean alwaysWritten(int place) {
        return place == version || always.contains(place);
    }
}
