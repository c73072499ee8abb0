package nuages.web.form;

/** The markup of a field: its label, what helps to fill it in, what is wrong with it, and its control. */
final class FieldMarkup {
    private FieldMarkup() {}

    static String whole(FieldView view) {
        if (view.hidden()) {
            return view.control();
        }
        var tags = new Tags();
        if (view.kind().group() || ControlMarkup.many(view)) {
            group(view, tags);
        } else {
            single(view, tags);
        }
        return tags.toString();
    }

    private static void single(FieldView view, Tags tags) {
        boolean box = view.kind() == Widget.Kind.CHECKBOX;
        tags.tag("div").with("class", "field").end().line();
        if (box) {
            tags.markup(view.control()).markup(" ");
        }
        tags.tag("label")
                .with("for", view.id())
                .end()
                .text(view.label())
                .close("label")
                .line();
        remarks(view, tags);
        if (!box) {
            tags.markup(view.control()).line();
        }
        tags.close("div");
    }

    private static void group(FieldView view, Tags tags) {
        tags.tag("fieldset").with("class", "field").with("id", view.id());
        if (view.kind() == Widget.Kind.RADIOS) {
            tags.with("role", "radiogroup");
            tags.withAny("aria-required", view.required() ? "true" : "");
            tags.withAny("aria-invalid", view.errors().isEmpty() ? "" : "true");
        }
        tags.withAny("aria-describedby", descriptions(view)).end().line();
        tags.tag("legend").end().text(view.label()).close("legend").line();
        remarks(view, tags);
        tags.markup(view.control()).close("fieldset");
    }

    private static void remarks(FieldView view, Tags tags) {
        if (!view.help().isEmpty()) {
            tags.tag("p").with("class", "help").with("id", view.id() + "_help").end();
            tags.text(view.help()).close("p").line();
        }
        if (!view.errors().isEmpty()) {
            tags.tag("ul")
                    .with("class", "errors")
                    .with("id", view.id() + "_errors")
                    .end();
            view.errors().forEach(it -> tags.tag("li").end().text(it).close("li"));
            tags.close("ul").line();
        }
    }

    /** The ids of what describes a control. */
    static String descriptions(FieldView view) {
        var help = view.help().isEmpty() ? "" : view.id() + "_help";
        var errors = view.errors().isEmpty() ? "" : view.id() + "_errors";
        return (help + " " + errors).strip();
    }
}
