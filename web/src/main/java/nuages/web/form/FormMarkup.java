package nuages.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The markup of a form: what is wrong with it, then its fields, then the forms within. */
final class FormMarkup {
    private FormMarkup() {}

    /** The markup of a form, with parts that a site may have of its own. */
    static String form(FormView form, Function<FieldView, String> field, Function<FormView, String> summary) {
        var tags = new Tags();
        tags.markup(summary.apply(form));
        fields(form, tags, field);
        return tags.toString();
    }

    private static void fields(FormView form, Tags tags, Function<FieldView, String> field) {
        form.fields().forEach(it -> tags.markup(field.apply(it)).line());
        for (var inner : form.forms()) {
            boolean set = !inner.forms().isEmpty() || inner.fields().stream().allMatch(FieldView::hidden);
            tags.tag("div")
                    .with("class", set ? "forms" : "form")
                    .with("id", inner.id())
                    .end()
                    .line();
            fields(inner, tags, field);
            tags.close("div").line();
        }
    }

    static String summary(FormView form) {
        if (!form.invalid()) {
            return "";
        }
        var tags = new Tags();
        tags.tag("div").with("class", "error-summary").with("role", "alert").with("id", form.id() + "_errors");
        tags.end().line().tag("p").end().text(Sentences.SUMMARY).close("p").line();
        tags.tag("ul").end();
        items(form, tags);
        return tags.close("ul").close("div").line().toString();
    }

    private static void items(FormView form, Tags tags) {
        form.errors().forEach(it -> tags.tag("li").end().text(it).close("li"));
        for (var field : form.fields()) {
            for (var error : field.errors()) {
                tags.tag("li").end();
                if (field.hidden()) {
                    tags.text(field.label() + ": " + error);
                } else {
                    tags.tag("a").with("href", "#" + target(field)).end();
                    tags.text(field.label() + ": " + error).close("a");
                }
                tags.close("li");
            }
        }
        form.forms().forEach(it -> items(it, tags));
    }

    /** Of several controls the first gets the focus. */
    private static String target(FieldView field) {
        return field.kind().group() || ControlMarkup.many(field) ? field.id() + "_0" : field.id();
    }

    static List<String> joined(List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
