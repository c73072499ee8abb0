package nuages.data.query;

import nuages.data.row.Codec;

/** Codecs that are used again and again, and patterns. */
final class Codecs {
    static final Codec<String> TEXT = Codec.of(String.class);

    private Codecs() {}

    /** A text as a pattern that only it matches. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
