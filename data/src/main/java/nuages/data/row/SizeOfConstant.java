package nuages.data.row;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Size} demands of an enum, where it says how long a column is: of the text that is kept, a constant's name
 * or its code. Whoever validates finds it as a service. Threads share it.
 */
public final class SizeOfConstant implements ConstraintValidator<Size, Enum<?>> {
    private int least;
    private int most;

    /** For whoever validates. */
    public SizeOfConstant() {}

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(@Nullable Enum<?> constant, ConstraintValidatorContext context) {
        if (constant == null) {
            return true;
        }
        Object kept = constant instanceof Coded<?> coded ? coded.code() : constant.name();
        return !(kept instanceof String text) || (text.length() >= least && text.length() <= most);
    }
}
