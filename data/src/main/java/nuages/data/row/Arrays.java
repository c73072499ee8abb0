package nuages.data.row;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Lists, kept as arrays. */
final class Arrays<T> implements Codec<List<T>> {
    private final Class<T> element;

    Arrays(Class<T> element) {
        this.element = element;
    }

    @Override
    public ColumnReader reader(Dialect dialect) {
        return (row, column) -> {
            var array = row.getArray(column);
            return array == null ? null : list(array.getArray());
        };
    }

    /** The driver has numbers of 32 bits for those of 16. */
    private List<@Nullable Object> list(Object array) {
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < Array.getLength(array); i++) {
            var value = Array.get(array, i);
            list.add(element == Short.class && value instanceof Number number ? (Object) number.shortValue() : value);
        }
        return list;
    }

    @Override
    public @Nullable Object encode(List<T> value) {
        var array = (Object[]) Array.newInstance(element, value.size());
        return value.toArray(array);
    }
}
