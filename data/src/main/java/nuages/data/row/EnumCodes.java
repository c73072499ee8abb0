package nuages.data.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Constants of an enum, kept by their codes. */
final class EnumCodes<C, E extends Enum<E> & Coded<C>> implements Codec<E> {
    private final Map<Object, E> constants = new HashMap<>();
    private final Codec<C> codes;

    EnumCodes(Class<E> type, Codec<C> codes) {
        this.codes = codes;
        for (var constant : type.getEnumConstants()) {
            var other = constants.put(constant.code(), constant);
            if (other != null) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + "." + other + " and " + constant + " have the same code "
                                + constant.code() + ", so that a row could be either: give each its own");
            }
        }
    }

    /** By codes of the class that those of the constants have. */
    @SuppressWarnings("unchecked")
    static <C, E extends Enum<E> & Coded<C>> EnumCodes<C, E> of(Class<E> type) {
        var constants = type.getEnumConstants();
        var code = constants.length == 0 ? String.class : constants[0].code().getClass();
        return new EnumCodes<>(type, (Codec<C>) Codec.of(code));
    }

    @Override
    public ColumnReader reader(Dialect dialect) {
        var reader = codes.reader(dialect);
        return (row, column) -> {
            var code = reader.read(row, column);
            return code == null ? null : constant(code);
        };
    }

    E constant(Object code) {
        return Objects.requireNonNullElseGet(constants.get(code), () -> {
            throw new IllegalArgumentException("none of its constants has the code " + code + ", only "
                    + String.join(
                            ", ",
                            constants.keySet().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList()));
        });
    }

    @Override
    public @Nullable Object encode(E value) {
        return value.code();
    }
}
