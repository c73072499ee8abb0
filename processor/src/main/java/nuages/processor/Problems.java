package nuages.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** What is wrong with a model; each is an error of the compiler, at the place where it is. */
final class Problems {
    private final Messager messager;
    private final Element model;
    private int count;

    Problems(Messager messager, Element model) {
        this.messager = messager;
        this.model = model;
    }

    /** What is so and what it means, and what to write instead. A base class may have no source here: the model has. */
    void report(Element at, String what, String advice) {
        count++;
        boolean inside = at.equals(model) || model.equals(at.getEnclosingElement());
        messager.printMessage(Diagnostic.Kind.ERROR, what + "\n" + advice, inside ? at : model);
    }

    boolean none() {
        return count == 0;
    }
}
