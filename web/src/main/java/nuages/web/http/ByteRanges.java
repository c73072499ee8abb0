package nuages.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ranges of bytes that a request asks for, of a body of a known size (RFC 9110, section 14.1). Few of the many that a
 * request could name are answered: each costs a part with a head of its own, and parts that overlap send the same bytes
 * again, so that a short request could ask for very much (RFC 9110, section 17.15).
 */
final class ByteRanges {
    /** Who asks for more gets the whole. */
    private static final int MOST = 16;

    private static final int MOST_DIGITS = 18;
    private static final String UNIT = "bytes=";

    private final long size;
    private final List<Span> spans = new ArrayList<>();

    /** From one byte up to another, which is not in it. */
    record Span(long from, long to) {
        long length() {
            return to - from;
        }

        /** As a part tells where it belongs. */
        String of(long size) {
            return "bytes " + from + "-" + (to - 1) + "/" + size;
        }
    }

    private ByteRanges(long size) {
        this.size = size;
    }

    /**
     * Those that there are, in the order in which they are asked for.
     *
     * @return none if the body has none of them; empty if it is to be sent as a whole, since this is no range of bytes, or
     *     there are too many or some that overlap
     */
    static Optional<List<Span>> of(String asked, long size) {
        String range = asked.strip();
        if (!range.toLowerCase(Locale.ROOT).startsWith(UNIT)) {
            return Optional.empty();
        }
        var ranges = new ByteRanges(size);
        boolean sound = ranges.read(range.substring(UNIT.length()));
        return sound ? Optional.of(List.copyOf(ranges.spans)) : Optional.empty();
    }

    /** Whether they are well formed, few, and apart from each other. */
    private boolean read(String list) {
        int named = 0;
        for (String each : list.split(",", -1)) {
            if (!each.isBlank()) {
                named++;
                if (named > MOST || !add(each.strip())) {
                    return false;
                }
            }
        }
        return named > 0;
    }

    private boolean add(String range) {
        int dash = range.indexOf('-');
        if (dash < 0) {
            return false;
        }
        String first = range.substring(0, dash).strip();
        String last = range.substring(dash + 1).strip();
        if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
            return false;
        }
        if (!first.isEmpty() && !last.isEmpty() && Long.parseLong(last) < Long.parseLong(first)) {
            return false;
        }
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        var span = new Span(from, to);
        if (from >= to) {
            return true; // there is no such part, but there may be others
        }
        boolean apart = spans.stream().noneMatch(it -> it.from() < span.to() && span.from() < it.to());
        spans.add(span);
        return apart;
    }

    /** Digits, or nothing at all. */
    private static boolean isNumber(String text) {
        return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
