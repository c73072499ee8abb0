package nuages.data.connection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON that SQLite has found to be correct, as maps, lists, texts, numbers and truths. For use by one thread. */
final class SqliteJson {
    private final String json;
    private int at;

    private SqliteJson(String json) {
        this.json = json;
    }

    /** A text that is the same for JSON that means the same. */
    static String normal(String json) {
        return String.valueOf(read(json));
    }

    /** Whether the first has all that the second has. A list holds a value that is one of its elements. */
    static boolean contains(String first, String second) {
        var whole = read(first);
        var part = read(second);
        return holds(whole, part)
                || (whole instanceof List<?> list && !(part instanceof List) && !(part instanceof Map) && list.contains(part));
    }

    private static boolean holds(@Nullable Object whole, @Nullable Object part) {
        if (whole instanceof Map<?, ?> all && part instanceof Map<?, ?> some) {
            return some.entrySet().stream()
                    .allMatch(it -> all.containsKey(it.getKey()) && holds(all.get(it.getKey()), it.getValue()));
        }
        if (whole instanceof List<?> all && part instanceof List<?> some) {
            return some.stream().allMatch(each -> all.stream().anyMatch(it -> holds(it, each)));
        }
        return part == null ? whole == null : part.equals(whole);
    }

    private static @Nullable Object read(String json) {
        var reader = new SqliteJson(json);
        return reader.value();
    }

    private char peek() {
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        if (at == json.length()) {
            throw wrong();
        }
        return json.charAt(at);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("malformed JSON at character " + at);
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> text();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!json.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private Object number() {
        int from = at;
        while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw wrong();
        }
        var number = new BigDecimal(json.substring(from, at));
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** In quotes, so that it is never taken for another value. */
    private String text() {
        var text = new StringBuilder("\"");
        for (at++; at < json.length() && json.charAt(at) != '"'; at++) {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
        }
        if (at++ >= json.length()) {
            throw wrong();
        }
        return text.append('"').toString();
    }

    private char escaped() {
        at++;
        char c = at < json.length() ? json.charAt(at) : 0;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json.substring(at - 3, at + 1), 16);
            }
            default -> c;
        };
    }

    private List<@Nullable Object> list() {
        var list = new ArrayList<@Nullable Object>();
        at++;
        while (peek() != ']') {
            list.add(value());
            if (peek() == ',') {
                at++;
            }
        }
        at++;
        return list;
    }

    private Map<String, @Nullable Object> object() {
        var object = new TreeMap<String, @Nullable Object>();
        at++;
        while (peek() != '}') {
            if (peek() != '"') {
                throw wrong();
            }
            var name = text();
            if (peek() != ':') {
                throw wrong();
            }
            at++;
            object.put(name, value());
            if (peek() == ',') {
                at++;
            }
        }
        at++;
        return object;
    }
}
