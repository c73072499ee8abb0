package nuages.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import nuages.data.error.SettingsException;

/**
 * How a site is made.
 *
 * @param main the class whose {@code main} runs its project
 * @param variables what comes before the environment's variables
 * @param committing whether tests commit for real
 */
record Recipe(Class<?> main, Map<String, String> variables, boolean committing) {
    Recipe {
        variables = Map.copyOf(variables);
    }

    static Recipe of(WebTest test) {
        var variables = new HashMap<String, String>();
        for (var setting : test.settings()) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new SettingsException("@WebTest has the setting \"" + setting
                        + "\", which has no name: write NAME=value, for example NUAGES_DEBUG=true");
            }
            variables.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Recipe(test.value(), variables, test.committing());
    }

    Recipe with(String name, String value) {
        var more = new HashMap<>(variables);
        more.put(name, value);
        return new Recipe(main, more, committing);
    }

    Recipe committed() {
        return new Recipe(main, variables, true);
    }

    /** Calls the {@code main} as the {@code java} command would. */
    void call() throws Exception {
        try {
            var method = method();
            method.setAccessible(true);
            var instance = Modifier.isStatic(method.getModifiers()) ? null : make();
            if (method.getParameterCount() == 0) {
                method.invoke(instance);
            } else {
                method.invoke(instance, (Object) new String[0]);
            }
        } catch (InvocationTargetException failure) {
            switch (failure.getCause()) {
                case Exception thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw failure;
            }
        } catch (NoSuchMethodException none) {
            throw new SettingsException(
                    main.getName()
                            + " cannot be tested: it needs a method static void main(String[]) that runs a project",
                    none);
        }
    }

    private Method method() throws NoSuchMethodException {
        try {
            return main.getDeclaredMethod("main", String[].class);
        } catch (NoSuchMethodException none) {
            return main.getDeclaredMethod("main");
        }
    }

    private Object make() throws ReflectiveOperationException {
        var constructor = main.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
