package nuages.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A model.
 *
 * @param name its class
 * @param table the name of its table
 * @param details what is said of the table as a whole, as code
 * @param fields in the order of the columns, those of base classes first
 * @param links the tables between it and other models
 * @param key the type of the key
 */
record ModelShape(
        TypeElement element,
        ClassName name,
        String table,
        Code details,
        List<FieldShape> fields,
        List<LinkShape> links,
        TypeName key) {
    String simpleName() {
        return name.simpleName();
    }

    /** The class that is written for it. */
    ClassName generated() {
        return generated(name);
    }

    /** The class that is written for a model: {@code Shop_Item_} for {@code Shop.Item}. */
    static ClassName generated(ClassName model) {
        return ClassName.of(model.packageName(), String.join("_", model.simpleNames()) + "_");
    }

    List<FieldShape> keys() {
        return fields.stream().filter(FieldShape::key).toList();
    }

    /** Whether several fields are the key together. */
    boolean composite() {
        return keys().size() > 1;
    }
}
