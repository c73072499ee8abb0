package nuages.web.form;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuages.data.model.KeyedModel;
import nuages.data.model.KeyedRef;
import nuages.data.model.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds, by its Java type. Immutable.
 *
 * @param count how many values
 * @param element the class of each
 * @param model what it refers to, if it is references that it holds
 */
record Content(Count count, Class<?> element, @Nullable Class<? extends KeyedModel<?>> model) {
    /** How many values a field holds. */
    enum Count {
        /** Just one. */
        ONE,
        /** One or null. */
        NULLABLE,
        /** One or none, as an {@link Optional}. */
        OPTIONAL,
        /** Any number. */
        LIST,
        /** Any number, each once. */
        SET;

        boolean several() {
            return this == LIST || this == SET;
        }
    }

    static Content of(AnnotatedType type) {
        boolean nullable = type.isAnnotationPresent(Nullable.class);
        var raw = raw(type.getType());
        if (raw == Optional.class) {
            return inner(Count.OPTIONAL, type);
        }
        if (raw == List.class || raw == Collection.class) {
            return inner(Count.LIST, type);
        }
        if (raw == Set.class) {
            return inner(Count.SET, type);
        }
        return single(nullable ? Count.NULLABLE : Count.ONE, type.getType());
    }

    private static Content inner(Count count, AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return single(count, generic.getAnnotatedActualTypeArguments()[0].getType());
        }
        throw new IllegalArgumentException("of a " + type.getType() + " it is not known what is in it: "
                + "write its type argument, as in List<String>");
    }

    private static Content single(Count count, Type type) {
        var raw = raw(type);
        if ((raw == Ref.class || raw == KeyedRef.class) && type instanceof ParameterizedType generic) {
            var model = raw(generic.getActualTypeArguments()[0]).asSubclass(KeyedModel.class);
            return reference(count, model);
        }
        return new Content(count, boxed(raw), null);
    }

    @SuppressWarnings("unchecked")
    static Content reference(Count count, Class<?> model) {
        return new Content(count, keyOf(model), (Class<? extends KeyedModel<?>>) model.asSubclass(KeyedModel.class));
    }

    /** The class of the keys of a model. */
    private static Class<?> keyOf(Class<?> model) {
        for (Class<?> at = model; at != null && at != Object.class; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType base && base.getRawType() == KeyedModel.class) {
                return raw(base.getActualTypeArguments()[0]);
            }
        }
        throw new IllegalArgumentException(model.getName() + " does not tell the class of its keys: let it extend "
                + "Model, or KeyedModel of a class");
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            default -> Object.class;
        };
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    /** Whether it is yes or no, where a box that is not ticked says no. */
    boolean flag() {
        return element == Boolean.class && count == Count.ONE;
    }

    /** Whether text may be empty, since nothing but text is. */
    boolean emptyText() {
        return element == String.class && count == Count.ONE && model == null;
    }
}
