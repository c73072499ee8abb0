package nuages.project.develop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import nuages.data.error.SettingsException;

/** A project's {@code main} method, called as the {@code java} command would. */
final class Launch {
    private Launch() {}

    /**
     * Runs a class of a generation on this thread, whose context class loader becomes that generation.
     *
     * @throws SettingsException if there is no such class or it has no main method
     * @throws InvocationTargetException if it fails; the cause says how
     */
    static void main(Generation generation, String main, String... arguments) throws InvocationTargetException {
        Thread.currentThread().setContextClassLoader(generation);
        try {
            var type = Class.forName(main, true, generation);
            var method = method(type);
            method.setAccessible(true);
            var instance = Modifier.isStatic(method.getModifiers()) ? null : make(type);
            if (method.getParameterCount() == 0) {
                method.invoke(instance);
            } else {
                method.invoke(instance, (Object) arguments);
            }
        } catch (ExceptionInInitializerError failure) {
            throw new InvocationTargetException(failure.getCause() == null ? failure : failure.getCause());
        } catch (ClassNotFoundException failure) {
            throw new SettingsException(
                    "there is no class " + main + ": ./manage runs it; rename the class, or set \"main\" in manage",
                    failure);
        } catch (ReflectiveOperationException failure) {
            if (failure instanceof InvocationTargetException thrown) {
                throw thrown;
            }
            throw new SettingsException(main + " cannot be run: it needs a method static void main(String[])", failure);
        }
    }

    private static Method method(Class<?> type) throws NoSuchMethodException {
        try {
            return type.getDeclaredMethod("main", String[].class);
        } catch (NoSuchMethodException none) {
            return type.getDeclaredMethod("main");
        }
    }

    private static Object make(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
