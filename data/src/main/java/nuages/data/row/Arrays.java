package nuages.data.row;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Lists, kept as arrays. */
final class Arrays<T> implements Codec<List<T>> {
    /** What is in the arrays that the driver takes. */
    private final Class<?> kept;

    private final UnaryOperator<Object> encode;
    private final UnaryOperator<Object> decode;

    private Arrays(Class<?> kept, UnaryOperator<Object> encode, UnaryOperator<Object> decode) {
        this.kept = kept;
        this.encode = encode;
        this.decode = decode;
    }

    /** The driver has numbers of 32 bits for those of 16. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static <T> Arrays<T> of(Class<T> element) {
        if (element.isEnum()) {
            return Coded.class.isAssignableFrom(element) ? codes((Class) element) : names((Class) element);
        }
        return new Arrays<>(
                element,
                UnaryOperator.identity(),
                element == Short.class ? it -> ((Number) it).shortValue() : UnaryOperator.identity());
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Enum<E>> Arrays<T> names(Class<E> type) {
        var names = new EnumNames<>(type);
        return new Arrays<>(String.class, it -> ((E) it).name(), it -> names.constant((String) it));
    }

    @SuppressWarnings("unchecked")
    private static <T, C, E extends Enum<E> & Coded<C>> Arrays<T> codes(Class<E> type) {
        var code = (Class<C>) type.getEnumConstants()[0].code().getClass();
        var codes = new EnumCodes<>(type, Codec.of(code));
        return new Arrays<>(
                code,
                it -> ((Coded<?>) it).code(),
                it -> codes.constant(code == Short.class ? ((Number) it).shortValue() : it));
    }

    @Override
    public ColumnReader reader(Dialect dialect) {
        return (row, column) -> {
            var array = row.getArray(column);
            return array == null ? null : list(array.getArray());
        };
    }

    private List<@Nullable Object> list(Object array) {
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < Array.getLength(array); i++) {
            var value = Array.get(array, i);
            list.add(value == null ? null : decode.apply(value));
        }
        return list;
    }

    @Override
    public @Nullable Object encode(List<T> value) {
        var array = (@Nullable Object[]) Array.newInstance(kept, value.size());
        for (int i = 0; i < array.length; i++) {
            T each = value.get(i);
            array[i] = each == null ? null : encode.apply(each);
        }
        return array;
    }
}
