package nuages.data.row;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Constants of an enum, kept by their names. */
final class EnumNames<E extends Enum<E>> implements Codec<E> {
    private final Map<String, E> constants = new HashMap<>();

    EnumNames(Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    @Override
    public ColumnReader reader(Dialect dialect) {
        return (row, column) -> {
            var name = row.getString(column);
            return name == null ? null : constant(name);
        };
    }

    E constant(String name) {
        var constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("none of its constants has that name, only "
                    + Arrays.stream(constants.keySet().toArray())
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return constant;
    }

    @Override
    public @Nullable Object encode(E value) {
        return value.name();
    }
}
