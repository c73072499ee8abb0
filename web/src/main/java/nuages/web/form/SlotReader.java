package nuages.web.form;

import java.util.ArrayList;
import java.util.List;
import nuages.data.model.KeyedModel;
import nuages.data.model.ManyToManyField;
import nuages.data.model.ModelType;
import nuages.data.model.Property;
import nuages.data.query.Field;

/** Finds out what the fields of a model are in a form. */
record SlotReader<M extends KeyedModel<?>>(ModelType<M> type, TextTypes types) {
    List<Slot> slots(List<? extends Field<M, ?>> fields) {
        var slots = new ArrayList<Slot>();
        for (var field : fields) {
            slots.add(slot(type.property(field)));
        }
        return slots;
    }

    private Slot slot(Property property) {
        boolean version = property.filled() == Property.Filled.VERSION;
        boolean filled = property.filled() != Property.Filled.BY_USER
                || property.column().identity()
                || property.column().generated() != null;
        if (filled && !version) {
            throw new IllegalArgumentException(
                    type + "." + property.name() + " is given its value when a row is saved, "
                            + "so that nobody can fill it in: leave it out of the form.");
        }
        var field = new FieldReader(type.type(), types).property(declared(property.name()), property);
        return new Slot(version ? field.with(field.marks().with(Widget.Kind.HIDDEN)) : field, property, null);
    }

    private java.lang.reflect.Field declared(String name) {
        for (Class<?> at = type.type(); at != null; at = at.getSuperclass()) {
            for (var field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new IllegalArgumentException(type + " has no field \"" + name + "\"");
    }

    Slot links(ManyToManyField<M, ?> links) {
        var field = new FieldReader(type.type(), types).references(links.name(), links.targetClass());
        return new Slot(field, null, links);
    }
}
