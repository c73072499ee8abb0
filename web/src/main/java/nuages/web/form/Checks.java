package nuages.web.form;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nuages.data.validation.Constraints;
import org.jspecify.annotations.Nullable;

/** Finds out what is wrong with the values of a form, by the constraints of the class that declares it. */
final class Checks {
    private static final Set<String> USUAL = Set.of(
            "{jakarta.validation.constraints.NotNull.message}",
            "{jakarta.validation.constraints.NotBlank.message}",
            "{jakarta.validation.constraints.NotEmpty.message}");

    private final List<Entry> entries;
    private final Errors errors;

    Checks(List<Entry> entries, Errors errors) {
        this.entries = entries;
        this.errors = errors;
    }

    /** Each field by itself: what could not be read, and what its constraints forbid. */
    void each(Class<?> owner) {
        for (var entry : entries) {
            var name = entry.field().name();
            if (entry.field().facts().declared() && (entry.fine() || entry.blank())) {
                var value = entry.fine() ? entry.value() : null;
                tell(entry, Constraints.standard().validator().validateValue(owner, name, value));
            }
            if (!entry.fine() && !errors.has(name)) {
                errors.field(name, String.valueOf(entry.problem()));
            }
        }
    }

    /** An object that was made of all fields. */
    <T> void whole(T made) {
        var violations = Constraints.standard().validator().validate(made);
        for (var entry : entries) {
            tell(
                    entry,
                    violations.stream()
                            .filter(it -> entry.field().name().equals(field(it)))
                            .toList());
        }
        for (var violation : violations) {
            var name = field(violation);
            if (entries.stream().noneMatch(it -> it.field().name().equals(name))) {
                errors.form(violation.getMessage());
            }
        }
        if (errors.none() && made instanceof Validated validated) {
            validated.validate(errors);
        }
    }

    private static @Nullable String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }

    /** Of what was left out, it is enough to say that it is missing. */
    private void tell(Entry entry, Collection<? extends ConstraintViolation<?>> violations) {
        boolean missing = entry.blank() && violations.stream().anyMatch(Checks::ofPresence);
        for (var violation : violations) {
            if (!missing || ofPresence(violation)) {
                boolean usual = USUAL.contains(violation.getMessageTemplate());
                errors.field(entry.field().name(), usual ? Sentences.MISSING : violation.getMessage());
            }
        }
    }

    private static boolean ofPresence(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull _, NotBlank _, NotEmpty _ -> true;
            default -> false;
        };
    }
}
