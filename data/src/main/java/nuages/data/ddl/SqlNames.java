package nuages.data.ddl;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns' names within SQL that users wrote: bare words in any case, or quoted; what stands in texts is no name. */
final class SqlNames {
    private static final Pattern PIECE = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`" + "|(?<![\\w$])[\\p{L}_][\\p{L}\\p{N}_$]*+(?!\\s*\\()");
    private static final Pattern SIMPLE = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlNames() {}

    /** Whether one of these columns is named. */
    static boolean mentions(String sql, Collection<String> columns) {
        return PIECE.matcher(sql)
                .results()
                .anyMatch(it -> named(it.group(), columns).isPresent());
    }

    /** The same SQL with other names in it. */
    static String renamed(String sql, Map<String, String> names, UnaryOperator<String> quote) {
        return PIECE.matcher(sql)
                .replaceAll(it -> Matcher.quoteReplacement(named(it.group(), names.keySet())
                        .map(old -> written(it, names.getOrDefault(old, old), quote))
                        .orElse(it.group())));
    }

    private static String written(MatchResult piece, String name, UnaryOperator<String> quote) {
        boolean quoted = "\"`".indexOf(piece.group().charAt(0)) >= 0;
        return quoted || !SIMPLE.matcher(name).matches() ? quote.apply(name) : name;
    }

    private static Optional<String> named(String piece, Collection<String> columns) {
        String quote = piece.substring(0, 1);
        return switch (quote) {
            case "'" -> Optional.empty();
            case "\"", "`" -> {
                String name = piece.substring(1, piece.length() - 1).replace(quote + quote, quote);
                yield columns.stream().filter(name::equals).findFirst();
            }
            default -> columns.stream().filter(piece::equalsIgnoreCase).findFirst();
        };
    }
}
