package nuages.web.form;

import java.util.List;

/**
 * A form with faults, to be shown again with what was typed. Immutable.
 *
 * @param <T> the type of the value it would have been
 */
public final class Invalid<T> implements Bound<T>, FormView {
    private final Page page;

    Invalid(Page page) {
        this.page = page;
    }

    @Override
    public String id() {
        return page.id();
    }

    @Override
    public List<FieldView> fields() {
        return page.fields();
    }

    @Override
    public List<String> errors() {
        return page.errors();
    }

    @Override
    public List<FormView> forms() {
        return page.forms();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
