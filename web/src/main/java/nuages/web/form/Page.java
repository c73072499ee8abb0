package nuages.web.form;

import java.util.List;

/** A form as it is shown, bound or not. Immutable. */
record Page(String id, List<FieldView> fields, List<String> errors, List<FormView> forms) implements FormView {
    Page {
        fields = List.copyOf(fields);
        errors = List.copyOf(errors);
        forms = List.copyOf(forms);
    }

    Page(String id, List<FieldView> fields, List<String> errors) {
        this(id, fields, errors, List.of());
    }
}
