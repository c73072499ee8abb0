package nuages.web.form;

import java.util.List;
import nuages.data.model.ModelType;

/** What visitors are told. All of it is here, so that it can be told in other languages too. */
final class Sentences {
    static final String MISSING = "must have a value";
    static final String NUL = "must not have a NUL character";
    static final String NO_CHOICE = "is not one of the choices";
    static final String NONE_CHOSEN = "---------";
    static final String UNKNOWN = "unknown";
    static final String YES = "yes";
    static final String NO = "no";
    static final String SUMMARY = "Please correct this:";
    static final String TAMPERED = "The form did not arrive as it was sent: please fill it in again.";
    static final String DELETE = "Delete";
    static final String ORDER = "Order";

    static final String STALE =
            "Somebody else has changed this meanwhile: look at it again, and then make your changes.";
    static final String GONE = "This is no longer there: somebody else has deleted it.";
    static final String PROTECTED = "This cannot be deleted: something else refers to it.";
    static final String REJECTED = "This cannot be kept as it is: a value is too long or too large.";
    static final String UNFIT = "cannot have this value";

    private Sentences() {}

    static String taken(ModelType<?> type) {
        return "another " + type + " has this value already";
    }

    static String takenTogether(ModelType<?> type, List<String> fields) {
        return "Another " + type + " has this " + String.join(" and ", fields) + " already.";
    }

    static String tooLong(int most) {
        return "must have at most " + most + (most == 1 ? " character" : " characters");
    }

    static String tooManyDigits(int digits, int places) {
        return places == 0
                ? "must be a whole number of at most " + digits + " digits"
                : "must have at most " + (digits - places) + " digits before and " + places + " after the point";
    }

    static String tooFew(int least) {
        return "Please fill in at least " + least + ".";
    }

    static String tooMany(int most) {
        return "Please fill in at most " + most + ".";
    }
}
