package nuages.project;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the text of a setting as a value.
 *
 * @param rule what the text must be
 * @param example a text that is
 * @param parse the value; empty if the text is none
 * @param <T> the type of the value
 */
record Reader<T>(String rule, String example, Function<String, Optional<T>> parse) {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*([a-zA-Z]*)");

    private static final Map<String, TemporalUnit> TIMES = Map.of(
            "ms", ChronoUnit.MILLIS,
            "", ChronoUnit.SECONDS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private static final Map<String, Integer> SIZES =
            Map.of("", 0, "b", 0, "k", 10, "kb", 10, "m", 20, "mb", 20, "g", 30, "gb", 30);

    /** Any text. */
    static Reader<String> text(String example) {
        return new Reader<>("text", example, Optional::of);
    }

    /** A whole number from one to another. */
    static Reader<Integer> number(int least, int most, int example) {
        var range = most == Integer.MAX_VALUE ? "" : " from " + least + " to " + most;
        return new Reader<>("a whole number" + range, String.valueOf(example), text -> {
            try {
                return Optional.of(Integer.parseInt(text)).filter(number -> number >= least && number <= most);
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        });
    }

    /** A port; 0 is any free one. */
    static Reader<Integer> port(int example) {
        return number(0, 65_535, example);
    }

    /** Yes or no, in the words people use. */
    static Reader<Boolean> flag() {
        return new Reader<>("true or false", "true", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(true);
            case "false", "no", "off", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A time such as {@code 250ms}, {@code 5s}, {@code 10m}, {@code 2h} or {@code 7d}; a bare number is seconds. */
    static Reader<Duration> duration(String example) {
        return new Reader<>("a time in ms, s, m, h or d", example, text -> {
            var amount = AMOUNT.matcher(text);
            return amount.matches()
                    ? Optional.ofNullable(TIMES.get(amount.group(2).toLowerCase(Locale.ROOT)))
                            .map(unit -> Duration.of(Long.parseLong(amount.group(1)), unit))
                    : Optional.empty();
        });
    }

    /** A number of bytes such as {@code 512}, {@code 64KB}, {@code 10MB} or {@code 1GB}; a kilobyte has 1024 of them. */
    static Reader<Long> bytes(String example) {
        return new Reader<>("a size in B, KB, MB or GB", example, text -> {
            var amount = AMOUNT.matcher(text);
            return amount.matches()
                    ? Optional.ofNullable(SIZES.get(amount.group(2).toLowerCase(Locale.ROOT)))
                            .map(shift -> Long.parseLong(amount.group(1)) << shift)
                    : Optional.empty();
        });
    }

    /** Words with commas between them; none at all is a list too. */
    static Reader<List<String>> list(String example) {
        return new Reader<>(
                "words with commas between them",
                example,
                text -> Optional.of(Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList()));
    }

    /** Reads what this one reads, and the word {@code none}. */
    Reader<Optional<T>> orNone() {
        Function<String, Optional<Optional<T>>> either = text -> {
            var value = parse.apply(text);
            return value.isPresent() || text.equalsIgnoreCase("none") ? Optional.of(value) : Optional.empty();
        };
        return new Reader<>(rule + ", or none", example, either);
    }
}
