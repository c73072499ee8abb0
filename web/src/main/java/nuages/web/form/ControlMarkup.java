package nuages.web.form;

import java.util.List;
import nuages.web.form.Widget.Kind;

/** The markup of what a field is entered with, for browsers and for those who cannot see. */
final class ControlMarkup {
    private static final int ROWS = 6;

    private final FieldView view;
    private final Facts facts;
    private final FormField.Marks marks;
    private final Tags tags = new Tags();

    private ControlMarkup(FieldView view) {
        this.view = view;
        this.facts = view.declared().facts();
        this.marks = view.declared().marks();
    }

    static String of(FieldView view) {
        var markup = new ControlMarkup(view);
        switch (view.kind()) {
            case TEXTAREA -> markup.area();
            case SELECT, MULTIPLE -> markup.select();
            case RADIOS, CHECKBOXES -> markup.buttons();
            case CHECKBOX -> markup.box();
            default -> markup.inputs();
        }
        return markup.tags.toString();
    }

    /** Whether it is several controls for any number of texts. */
    static boolean many(FieldView view) {
        return view.declared().content().count().several()
                && view.kind() != Kind.FILE
                && view.kind() != Kind.MULTIPLE
                && view.kind() != Kind.CHECKBOXES;
    }

    private void area() {
        tags.tag("textarea").with("name", view.name()).with("id", view.id());
        tags.with("rows", String.valueOf(marks.rows() > 0 ? marks.rows() : ROWS));
        texts();
        described();
        tags.end().markup("\n").text(view.value()).close("textarea");
    }

    private void box() {
        tags.tag("input").with("type", "checkbox").with("name", view.name()).with("id", view.id());
        tags.flag("checked", !view.values().isEmpty() && !view.value().equals("false"));
        tags.flag("required", view.required());
        described();
        tags.end();
    }

    private void inputs() {
        if (view.hidden()) {
            view.values().forEach(this::hidden);
        } else if (many(view)) {
            var values = view.values();
            for (int i = 0; i <= values.size(); i++) {
                input(i < values.size() ? values.get(i) : "", i);
                tags.line();
            }
        } else {
            input(view.value(), 0);
        }
    }

    private void hidden(String value) {
        tags.tag("input").with("type", "hidden").with("name", view.name()).with("value", value);
        if (view.values().size() == 1) {
            tags.with("id", view.id());
        }
        tags.end();
    }

    private void input(String value, int place) {
        var kind = view.kind();
        boolean secret = kind == Kind.PASSWORD || kind == Kind.FILE;
        tags.tag("input").with("type", kind.type()).with("name", view.name());
        tags.with("id", many(view) ? view.id() + "_" + place : view.id());
        tags.withAny("value", secret ? "" : value);
        if (many(view)) {
            tags.with("aria-label", view.label() + " " + (place + 1));
            lengths();
        } else {
            texts();
            bounds(value);
        }
        if (kind == Kind.FILE) {
            tags.withAny("accept", marks.accept());
            tags.flag("multiple", view.declared().content().count().several());
        }
        described();
        tags.end();
    }

    private void texts() {
        tags.flag("required", view.required());
        if (view.declared().content().element() == String.class) {
            lengths();
        }
        tags.withAny("placeholder", marks.placeholder());
        tags.withAny("autocomplete", autocomplete());
    }

    private void lengths() {
        boolean limited = view.declared().content().element() == String.class
                && !view.declared().content().count().several()
                && view.kind() != Kind.COLOR;
        if (limited && facts.most() < Integer.MAX_VALUE) {
            tags.with("maxlength", String.valueOf(facts.most()));
        }
        if (limited && facts.least() > 1) {
            tags.with("minlength", String.valueOf(facts.least()));
        }
        var pattern = facts.pattern();
        if (limited && pattern != null && view.kind() != Kind.TEXTAREA) {
            tags.with("pattern", pattern);
        }
    }

    private String autocomplete() {
        if (!marks.autocomplete().isEmpty()) {
            return marks.autocomplete();
        }
        return switch (view.kind()) {
            case EMAIL -> "email";
            case TEL -> "tel";
            default -> "";
        };
    }

    private void bounds(String value) {
        switch (view.kind()) {
            case NUMBER -> {
                var min = facts.min();
                var max = facts.max();
                tags.withAny("min", min == null ? "" : min);
                tags.withAny("max", max == null ? "" : max);
                tags.withAny("step", step());
            }
            case TIME, DATETIME -> tags.withAny("step", seconds(value) ? "any" : "");
            default -> {}
        }
    }

    private String step() {
        var type = view.declared().content().element();
        boolean whole = type != Double.class && type != Float.class && type != java.math.BigDecimal.class;
        if (whole) {
            return "";
        }
        return facts.places() < 0
                ? "any"
                : java.math.BigDecimal.ONE.movePointLeft(facts.places()).toPlainString();
    }

    /** Whether a time has seconds, which browsers refuse otherwise. */
    private static boolean seconds(String value) {
        return value.indexOf(':') != value.lastIndexOf(':');
    }

    private void select() {
        boolean several = view.kind() == Kind.MULTIPLE;
        tags.tag("select").with("name", view.name()).with("id", view.id());
        tags.flag("multiple", several).flag("required", view.required());
        described();
        tags.end();
        if (!several && (!view.required() || view.value().isEmpty())) {
            option(Choice.of("", Sentences.NONE_CHOSEN));
        }
        options(view.choices());
        tags.close("select");
    }

    private void options(List<Choice> choices) {
        String group = "";
        for (var choice : choices) {
            if (!choice.group().equals(group)) {
                if (!group.isEmpty()) {
                    tags.close("optgroup");
                }
                group = choice.group();
                if (!group.isEmpty()) {
                    tags.tag("optgroup").with("label", group).end();
                }
            }
            option(choice);
        }
        if (!group.isEmpty()) {
            tags.close("optgroup");
        }
    }

    private void option(Choice choice) {
        tags.tag("option").with("value", choice.value()).flag("selected", view.chosen(choice));
        tags.end().text(choice.label()).close("option");
    }

    private void buttons() {
        boolean radios = view.kind() == Kind.RADIOS;
        int place = 0;
        if (radios && !view.required()) {
            button(Choice.of("", Sentences.NONE_CHOSEN), place++);
        }
        for (var choice : view.choices()) {
            button(choice, place++);
        }
    }

    private void button(Choice choice, int place) {
        boolean radio = view.kind() == Kind.RADIOS;
        var id = view.id() + "_" + place;
        boolean chosen = choice.value().isEmpty() ? view.value().isEmpty() : view.chosen(choice);
        tags.tag("div").end().tag("label").with("for", id).end();
        tags.tag("input").with("type", view.kind().type()).with("name", view.name());
        tags.with("value", choice.value()).with("id", id).flag("checked", chosen);
        tags.flag("required", radio && view.required()).end();
        tags.text(" " + choice.label()).close("label").close("div").line();
    }

    /** What screen readers say of a control besides its label. */
    private void described() {
        tags.withAny("aria-invalid", view.errors().isEmpty() ? "" : "true");
        tags.withAny("aria-describedby", FieldMarkup.descriptions(view));
    }
}
