package nuages.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a class must be to be a model. */
final class ClassChecks {
    private final Java java;
    private final Problems problems;

    ClassChecks(Java java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    boolean good(TypeElement model) {
        return reachable(model) && plain(model) && extendsNoTable(model) && constructible(model);
    }

    private boolean reachable(TypeElement model) {
        for (Element each = model; each instanceof TypeElement type; each = each.getEnclosingElement()) {
            if (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS) {
                problems.report(
                        model,
                        "model " + model.getSimpleName()
                                + " is declared in a method, where generated code cannot name it.",
                        "make it a class of its own, or a static one inside of another.");
                return false;
            }
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                problems.report(
                        model,
                        "model " + model.getSimpleName()
                                + " is private or inside of a private class, so that generated "
                                + "code cannot use it.",
                        "remove \"private\" of " + type.getSimpleName() + ".");
                return false;
            }
            boolean inner = type.getNestingKind() == NestingKind.MEMBER
                    && type.getKind() == ElementKind.CLASS
                    && !type.getModifiers().contains(Modifier.STATIC);
            if (inner) {
                problems.report(
                        model,
                        "model " + model.getSimpleName() + " is an inner class, whose objects need one of "
                                + Java.outer(type) + " around them; a row has none.",
                        "write \"static class " + type.getSimpleName() + "\", or put it in a file of its own.");
                return false;
            }
        }
        return true;
    }

    private boolean plain(TypeElement model) {
        if (model.getTypeParameters().isEmpty()) {
            return true;
        }
        problems.report(
                model,
                "model " + model.getSimpleName() + " has type parameters, and a table cannot have columns of any type.",
                "make it abstract, and extend it once for each table.");
        return false;
    }

    private boolean extendsNoTable(TypeElement model) {
        var parent = java.element(model.getSuperclass()).orElseThrow();
        if (parent.getModifiers().contains(Modifier.ABSTRACT)) {
            return true;
        }
        problems.report(
                model,
                "model " + model.getSimpleName() + " extends model " + parent.getSimpleName()
                        + ", which has a table of its own, and a row is in one table only.",
                "make " + parent.getSimpleName() + " abstract, or refer to it with @OneToOne.");
        return false;
    }

    private boolean constructible(TypeElement model) {
        for (ExecutableElement each : ElementFilter.constructorsIn(model.getEnclosedElements())) {
            if (each.getParameters().isEmpty()
                    && !each.getModifiers().contains(Modifier.PRIVATE)
                    && each.getThrownTypes().isEmpty()) {
                return true;
            }
        }
        problems.report(
                model,
                "model " + model.getSimpleName() + " has no constructor that makes an object for a row: one without "
                        + "parameters and exceptions, and not private.",
                "add \"" + model.getSimpleName() + "() {}\" beside the others.");
        return false;
    }
}
