package nuages.data.row;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record type's components and its constructor, found once for each type. Immutable; threads share it. */
record RecordShape(List<Component> components, MethodHandle constructor) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return look(type);
        }
    };

    /** A name and its type. */
    record Component(String name, Class<?> type) {}

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RecordShape look(Class<?> type) {
        var components = Arrays.stream(type.getRecordComponents())
                .map(it -> new Component(it.getName(), it.getType()))
                .toList();
        var types = components.stream().map(Component::type).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordShape(components, handle);
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new IllegalArgumentException(
                    "the record " + type.getTypeName()
                            + " cannot be created from here: its module keeps it closed. Write " + "\"opens "
                            + type.getPackageName() + " to nuages.data;\" in its module-info.java",
                    closed);
        }
    }

    /** A record of these values, in the order of its components; what its constructor throws is thrown as it is. */
    Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(
                    "a record's constructor threw a checked exception: let it throw none", checked);
        }
    }
}
