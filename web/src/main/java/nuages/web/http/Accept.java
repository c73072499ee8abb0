package nuages.web.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a client would like to read, as {@code Accept} tells it (RFC 9110, section 12.5.1): of the ranges that a type is in,
 * the narrowest says how much it is liked. Whoever says nothing takes everything. Immutable.
 */
final class Accept {
    /** The least that is told in thousandths is 1, and 0 means not at all. */
    private static final int WHOLLY = 1000;

    private static final String ANY = "*";

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** A type, or several: {@code text/*}. */
    private record Range(String type, String subtype, Set<String> parameters, int weight) {
        static Range parse(String written) {
            var parts = written.toLowerCase(Locale.ROOT).split(";", -1);
            var essence = parts[0].strip();
            int slash = essence.indexOf('/');
            int weight = WHOLLY;
            var parameters = Arrays.stream(parts).skip(1).map(String::strip).filter(it -> !it.isEmpty());
            var split = parameters.collect(Collectors.partitioningBy(it -> it.startsWith("q="), Collectors.toList()));
            for (var each : split.getOrDefault(true, List.of())) {
                weight = thousandths(each.substring(2).strip());
            }
            return new Range(
                    slash < 0 ? essence : essence.substring(0, slash),
                    slash < 0 ? (essence.equals(ANY) ? ANY : "") : essence.substring(slash + 1),
                    Set.copyOf(split.getOrDefault(false, List.of())),
                    weight);
        }

        /** A number from 0 to 1; what is none counts as 1. */
        private static int thousandths(String text) {
            try {
                float number = Float.parseFloat(text);
                return Float.isNaN(number) ? WHOLLY : Math.clamp(Math.round(number * WHOLLY), 0, WHOLLY);
            } catch (NumberFormatException e) {
                return WHOLLY;
            }
        }

        boolean has(Range offered) {
            boolean typed = type.equals(ANY) || type.equals(offered.type);
            boolean subtyped = subtype.equals(ANY) || subtype.equals(offered.subtype);
            return typed && subtyped && offered.parameters.containsAll(parameters);
        }

        String essence() {
            return type + "/" + subtype;
        }

        /** The more it says, the narrower it is. */
        int narrowness() {
            return (type.equals(ANY) ? 0 : 1) + (subtype.equals(ANY) ? 0 : 1) + parameters.size();
        }
    }

    static Accept of(Headers headers) {
        var ranges = new ArrayList<Range>();
        for (var header : headers.all("Accept")) {
            for (var each : header.split(",")) {
                if (!each.isBlank()) {
                    ranges.add(Range.parse(each));
                }
            }
        }
        return new Accept(List.copyOf(ranges));
    }

    /** Whether JSON is liked better than a page, as far as either is named; else whether JSON was sent. */
    boolean prefersJson(boolean sent) {
        int json = most(it -> MediaType.isJson(it.essence()));
        int page = most(it -> it.essence().equals("text/html") || it.essence().equals("application/xhtml+xml"));
        return json > page || (json + page == 0 && sent);
    }

    private int most(Predicate<Range> kind) {
        return ranges.stream().filter(kind).mapToInt(Range::weight).max().orElse(0);
    }

    /** How much a type is liked, in thousandths. */
    int weight(String type) {
        if (ranges.isEmpty()) {
            return WHOLLY;
        }
        var offered = Range.parse(type);
        int narrowest = -1;
        int weight = 0;
        for (var range : ranges) {
            if (range.has(offered) && range.narrowness() > narrowest) {
                narrowest = range.narrowness();
                weight = range.weight();
            }
        }
        return weight;
    }
}
