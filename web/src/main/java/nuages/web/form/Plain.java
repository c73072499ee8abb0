package nuages.web.form;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type of values, by what reads and writes them. What cannot be read ends in null, or in an exception that forms expect. */
record Plain<T>(
        Class<T> type,
        Widget.Kind widget,
        String expectation,
        Function<String, @Nullable T> reader,
        Function<T, String> writer)
        implements TextType<T> {
    /** No text that is longer stands for a number, a time or the like, and reading it would take long. */
    private static final int LONGEST = 1000;

    @Override
    public Optional<T> read(String text) {
        boolean bounded = text.length() <= LONGEST || type == String.class;
        return bounded ? Optional.ofNullable(reader.apply(text)) : Optional.empty();
    }

    @Override
    public String write(T value) {
        return writer.apply(value);
    }
}
