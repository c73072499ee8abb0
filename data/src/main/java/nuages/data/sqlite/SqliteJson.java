package nuages.data.sqlite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as values that are equal where it means the same. */
final class SqliteJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SqliteJson() {}

    /** A text that is the same for JSON that means the same. */
    static String normal(String json) {
        return String.valueOf(value(MAPPER.readTree(json)));
    }

    /** Whether the first has all that the second has. A list also holds a value that is one of its elements. */
    static boolean contains(String first, String second) {
        var whole = value(MAPPER.readTree(first));
        var part = value(MAPPER.readTree(second));
        boolean single = !(part instanceof List) && !(part instanceof Map);
        return holds(whole, part) || (single && whole instanceof List<?> list && list.contains(part));
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

    /** Texts keep their quotes, so that none is taken for another value. */
    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            var object = new TreeMap<String, @Nullable Object>();
            node.properties().forEach(it -> object.put(quoted(it.getKey()), value(it.getValue())));
            return object;
        }
        if (node.isArray()) {
            return node.valueStream().map(SqliteJson::value).collect(Collectors.toList());
        }
        if (node.isNumber()) {
            var number = node.decimalValue();
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        return node.isString() ? quoted(node.stringValue()) : node.isNull() ? null : node.booleanValue();
    }

    private static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
