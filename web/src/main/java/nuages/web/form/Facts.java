package nuages.web.form;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import nuages.data.validation.Constraints;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints of a field tell a browser; that they hold is checked elsewhere. One thread makes it, and then it
 * does not change.
 */
final class Facts {
    /** What may stand in a pattern that means the same to Java and to browsers. */
    private static final String PLAIN_PATTERN = "[]{}^$+*?.,|_-()";

    private boolean declared;
    private boolean present;
    private boolean ticked;
    private boolean email;
    private boolean url;
    private int least;
    private int most = Integer.MAX_VALUE;
    private int places = -1;
    private @Nullable String min;
    private @Nullable String max;
    private @Nullable String pattern;

    private Facts() {}

    /** Of a field without constraints. */
    static Facts none() {
        return new Facts();
    }

    /** Of the field of a class. */
    static Facts of(Class<?> owner, String name) {
        var facts = new Facts();
        var property =
                Constraints.standard().validator().getConstraintsForClass(owner).getConstraintsForProperty(name);
        facts.declared = true;
        if (property != null) {
            facts.learn(property);
            facts.learnWithin(property);
        }
        return facts;
    }

    private void learnWithin(ContainerDescriptor container) {
        boolean several = container instanceof CascadableDescriptor
                && container instanceof ElementDescriptor element
                && java.util.Collection.class.isAssignableFrom(element.getElementClass());
        if (!several) {
            container.getConstrainedContainerElementTypes().forEach(this::learn);
        }
    }

    private void learn(ElementDescriptor element) {
        element.getConstraintDescriptors().forEach(this::learn);
    }

    private void learn(ConstraintDescriptor<?> constraint) {
        switch (constraint.getAnnotation()) {
            case NotNull _, NotBlank _, NotEmpty _ -> present = true;
            case AssertTrue _ -> ticked = true;
            case Size size -> size(size.min(), size.max());
            case Email _ -> email = true;
            case Min least1 -> min = String.valueOf(least1.value());
            case Max most1 -> max = String.valueOf(most1.value());
            case DecimalMin least1 -> min = least1.value();
            case DecimalMax most1 -> max = most1.value();
            case Positive _, PositiveOrZero _ -> min = min == null ? "0" : min;
            case Negative _, NegativeOrZero _ -> max = max == null ? "0" : max;
            case Digits digits -> places = digits.fraction();
            case Pattern regexp when regexp.flags().length == 0 -> pattern = shared(regexp.regexp());
            default ->
                url |= constraint
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName()
                        .equals("URL");
        }
        constraint.getComposingConstraints().forEach(this::learn);
    }

    private void size(int from, int to) {
        present |= from > 0;
        least = Math.max(least, from);
        most = Math.min(most, to);
    }

    private static @Nullable String shared(String regexp) {
        boolean plain = regexp.chars()
                .allMatch(it -> it < 128 && (Character.isLetterOrDigit(it) || PLAIN_PATTERN.indexOf(it) >= 0));
        return plain && !regexp.contains("(?") && !regexp.contains("+*") && !regexp.contains("++") ? regexp : null;
    }

    /** Limits that come from a column, and not from a constraint. */
    void limited(int characters, int fraction) {
        if (characters > 0) {
            most = Math.min(most, characters);
        }
        if (fraction >= 0 && places < 0) {
            places = fraction;
        }
    }

    /** Whether there is a field in Java, which may have constraints. */
    boolean declared() {
        return declared;
    }

    /** Whether it must have a value, or text that is not empty. */
    boolean present() {
        return present;
    }

    /** Whether it must be true. */
    boolean ticked() {
        return ticked;
    }

    boolean email() {
        return email;
    }

    boolean url() {
        return url;
    }

    /** How many characters or values there must be. */
    int least() {
        return least;
    }

    /** How many characters or values there may be. */
    int most() {
        return most;
    }

    /** How many places there may be behind the point; -1 if that is not said. */
    int places() {
        return places;
    }

    @Nullable
    String min() {
        return min;
    }

    @Nullable
    String max() {
        return max;
    }

    /** A regular expression that browsers understand as Java does. */
    @Nullable
    String pattern() {
        return pattern;
    }
}
