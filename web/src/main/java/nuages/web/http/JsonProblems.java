package nuages.web.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nuages.data.validation.Constraints;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.HttpException.Problem.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says to a client what is wrong with the JSON it has sent, and where, in words that know nothing of Java. */
final class JsonProblems {
    private static final String NOT_EXPECTED = "the JSON is not what is expected here";

    private JsonProblems() {}

    /** A value, or 400 with what is wrong with its shape. */
    static <T> T read(byte[] json, Class<T> type) {
        T value;
        try {
            value = Json.read(json, type);
        } catch (JacksonException e) {
            throw new BadRequest(problem(e), e);
        }
        if (value == null) {
            throw new BadRequest(notExpected("", "must be " + JsonWords.kind(type)), null);
        }
        return value;
    }

    /** The value, or 422 with all that its constraints forbid. */
    static <T> T checked(T value) {
        var errors = new ArrayList<Fault>();
        if (value instanceof Object[] items) {
            for (int i = 0; i < items.length; i++) {
                if (items[i] != null) {
                    violated("/" + i, items[i], errors);
                }
            }
        } else {
            violated("", value, errors);
        }
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparing(Fault::pointer).thenComparing(Fault::detail));
            throw new HttpException(
                    Problem.of(Status.UNPROCESSABLE_CONTENT, "some values are not allowed")
                            .withErrors(errors),
                    null);
        }
        return value;
    }

    private static void violated(String above, Object value, List<Fault> errors) {
        if (value.getClass().getName().startsWith("java.") || value.getClass().isArray()) {
            return; // has no constraints, and so need not wait for the validator to start
        }
        for (ConstraintViolation<Object> each :
                Constraints.standard().validator().validate(value)) {
            errors.add(new Fault(above + pointer(each.getPropertyPath()), each.getMessage()));
        }
    }

    private static Problem problem(JacksonException e) {
        return switch (e) {
            case InputCoercionException coerced ->
                notExpected(pointer(e), "must be " + JsonWords.kind(coerced.getTargetType()) + " in its range");
            case StreamConstraintsException _ ->
                Problem.of(
                        Status.BAD_REQUEST,
                        "the JSON is nested too deep, or a name, a text or a number in it is too long");
            case MismatchedInputException mismatched ->
                notExpected(pointer(e), "must be " + JsonWords.kind(mismatched.getTargetType()));
            case ValueInstantiationException refused -> notExpected(pointer(e), reason(refused.getCause()));
            case DatabindException _ -> notExpected(pointer(e), "cannot be this");
            default ->
                Problem.of(
                        Status.BAD_REQUEST,
                        "the body is not JSON" + place(e.getLocation()) + ": "
                                + Headers.printable(beginning(String.valueOf(e.getOriginalMessage()))));
        };
    }

    /** What the parser would rather have had is of no use to whoever wrote something else. */
    private static String beginning(String message) {
        int more = message.indexOf(": was expecting");
        return more < 0 ? message : message.substring(0, more);
    }

    private static Problem notExpected(String pointer, String detail) {
        return Problem.of(Status.BAD_REQUEST, NOT_EXPECTED).withErrors(List.of(new Fault(pointer, detail)));
    }

    /** What the constructor of a record says of its arguments is meant for whoever gave them. */
    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
            return refused.getMessage();
        }
        return "cannot be this";
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String pointer(JacksonException e) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
                pointer.append('/').append(escaped(String.valueOf(place)));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escaped(String.valueOf(node.getName())));
            }
        }
        return pointer.toString();
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
