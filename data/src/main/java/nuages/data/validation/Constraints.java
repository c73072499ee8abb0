package nuages.data.validation;

import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import nuages.data.error.SettingsException;
import org.jspecify.annotations.Nullable;

/** What annotations such as {@code @Size} demand of values, in models, forms and JSON alike. Threads share it. */
public final class Constraints {
    private static final Constraints STANDARD = new Constraints();

    /** Made when it is first needed, which takes a while. Guarded by this. */
    private @Nullable Validator validator;

    private Constraints() {}

    /** Those of Jakarta Validation, with the program's own words from its bundle {@code ValidationMessages}. */
    public static Constraints standard() {
        return STANDARD;
    }

    /**
     * What checks values.
     *
     * @throws SettingsException if no provider of Jakarta Validation is among the libraries
     */
    public synchronized Validator validator() {
        if (validator == null) {
            try {
                validator = Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new Messages())
                        .buildValidatorFactory()
                        .getValidator();
            } catch (NoProviderFoundException e) {
                throw new SettingsException(
                        "there is nothing that understands annotations such as @Size: no provider of Jakarta"
                                + " Validation is among the libraries.\n"
                                + "add org.hibernate.validator:hibernate-validator.",
                        e);
            }
        }
        return validator;
    }

    /**
     * Forgets what was learnt of classes and of the program's words, so that their loader can go: for servers that exchange
     * a program's code while they run.
     */
    public synchronized void forgetClasses() {
        validator = null;
    }
}
