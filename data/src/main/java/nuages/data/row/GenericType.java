package nuages.data.row;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A generic class with arguments, as reflection has it. */
record GenericType(Class<?> type, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
        return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
        return type;
    }

    @Override
    public @Nullable Type getOwnerType() {
        return null;
    }
}
