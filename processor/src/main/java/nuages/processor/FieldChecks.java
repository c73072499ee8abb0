package nuages.processor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the annotations of a field ask for must go together. */
final class FieldChecks {
    private static final Set<String> WHOLE = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short");

    private final Java java;
    private final Problems problems;

    FieldChecks(Java java, Problems problems) {
        this.java = java;
        this.problems = problems;
    }

    void check(FieldShape field) {
        nulls(field);
        version(field);
        times(field);
        sources(field);
        lengths(field);
        new ConstraintChecks(java, problems).check(field);
    }

    private static String name(FieldShape field) {
        return Java.name(field.element());
    }

    private void nulls(FieldShape field) {
        if (field.primitive() && field.nullable()) {
            problems.report(
                    field.element(),
                    name(field) + " may be null, and "
                            + field.type().getKind().name().toLowerCase(Locale.ROOT) + " has no null.",
                    "use " + Advice.simple(java.boxed(field.type()), java) + ", or remove @Nullable.");
        }
    }

    private void version(FieldShape field) {
        boolean whole = WHOLE.contains(java.name(java.boxed(field.type())));
        if (field.marks().ours("Version").isPresent() && (!whole || field.nullable())) {
            problems.report(
                    field.element(),
                    name(field) + " is a version, which grows by one each time, and is no number that is always there.",
                    "write \"@Version public int " + field.name() + "\".");
        }
    }

    private void times(FieldShape field) {
        for (String each : List.of("AutoNow", "AutoNowAdd")) {
            boolean time = java.is(field.type(), Instant.class)
                    || java.is(field.type(), LocalDate.class)
                    || java.is(field.type(), LocalTime.class);
            if (field.marks().ours(each).isPresent() && !time) {
                problems.report(
                        field.element(),
                        name(field) + " has @" + each + " and is of type " + Advice.simple(field.type(), java)
                                + ", which the present time is not.",
                        "use Instant, LocalDate or LocalTime.");
            }
        }
    }

    private void sources(FieldShape field) {
        var found = List.of("DbDefault", "Generated", "AutoNow", "AutoNowAdd", "Version").stream()
                .filter(it -> field.marks().ours(it).isPresent())
                .map(it -> "@" + it)
                .toList();
        if (found.size() > 1) {
            problems.report(
                    field.element(),
                    name(field) + " has " + String.join(" and ", found) + ", so that its value has two sources.",
                    "keep one of them.");
        }
    }

    /** MariaDB indexes a text only if its length is limited. */
    private void lengths(FieldShape field) {
        boolean sought = field.key()
                || field.marks().ours("Unique").isPresent()
                || field.marks().ours("Index").isPresent();
        boolean said = field.marks().ours("Text").isPresent()
                || field.marks().ours("Column").isPresent();
        if (sought && !said && field.kept().textWithoutLimit()) {
            problems.report(
                    field.element(),
                    name(field) + " is a text of any length, and not every database has an index of such texts.",
                    "add @Size(max = 200), or @Text if your database has.");
        }
    }
}
