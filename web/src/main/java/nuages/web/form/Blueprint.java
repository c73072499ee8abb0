package nuages.web.form;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as a form: its fields, and what makes and reads it. Found once for each record. Immutable; threads share it. */
record Blueprint(Class<?> type, List<FormField> fields, MethodHandle constructor, List<MethodHandle> accessors) {
    private static final ClassValue<Blueprint> KNOWN = new ClassValue<>() {
        @Override
        protected Blueprint computeValue(Class<?> type) {
            return read(type, TextTypes.of(ZoneOffset.UTC, List.of()));
        }
    };

    static Blueprint of(Class<?> type) {
        return KNOWN.get(type);
    }

    static Blueprint read(Class<?> type, TextTypes types) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(
                    type.getName() + " is no record: write the form as one, or use " + "ModelForm for a model");
        }
        try {
            var reader = new FieldReader(type, types);
            var lookup = MethodHandles.lookup();
            var fields = new ArrayList<FormField>();
            var accessors = new ArrayList<MethodHandle>();
            for (var component : components) {
                fields.add(reader.component(type.getDeclaredField(component.getName())));
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                accessors.add(lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class)));
            }
            return new Blueprint(type, List.copyOf(fields), constructor(type, components), List.copyOf(accessors));
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new IllegalArgumentException(
                    "the record " + type.getTypeName() + " cannot be made from here: its module keeps it closed. Write "
                            + "\"opens " + type.getPackageName() + " to nuages.web;\" in its module-info.java",
                    closed);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        var types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return MethodHandles.lookup()
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /** A record of these values, in the order of the fields; what its constructor throws is thrown as it is. */
    Object create(@Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(
                    "the constructor of " + type.getSimpleName() + " threw a checked exception: let it throw none",
                    checked);
        }
    }

    /** What a record has in its fields, in their order. */
    @Nullable
    Object[] values(Object record) {
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = (Object) accessors.get(i).invokeExact(record);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw new IllegalStateException(
                        type.getSimpleName() + "." + fields.get(i).name() + "() failed", checked);
            }
        }
        return values;
    }
}
