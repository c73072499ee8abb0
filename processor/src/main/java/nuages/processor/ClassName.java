package nuages.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * A class.
 *
 * @param simpleNames its name, after those of the classes it is in
 */
record ClassName(String packageName, List<String> simpleNames) implements TypeName {
    static ClassName of(String packageName, String name) {
        return new ClassName(packageName, List.of(name));
    }

    static ClassName of(TypeElement type) {
        var names = new ArrayList<String>();
        var each = type.getEnclosingElement();
        names.add(type.getSimpleName().toString());
        while (each instanceof TypeElement outer) {
            names.addFirst(outer.getSimpleName().toString());
            each = outer.getEnclosingElement();
        }
        String home = each instanceof PackageElement it ? it.getQualifiedName().toString() : "";
        return new ClassName(home, List.copyOf(names));
    }

    ClassName nestedClass(String name) {
        var names = new ArrayList<>(simpleNames);
        names.add(name);
        return new ClassName(packageName, List.copyOf(names));
    }

    String simpleName() {
        return simpleNames.getLast();
    }

    String canonicalName() {
        String own = String.join(".", simpleNames);
        return packageName.isEmpty() ? own : packageName + "." + own;
    }

    @Override
    public String in(Imports imports) {
        return imports.name(this);
    }
}
