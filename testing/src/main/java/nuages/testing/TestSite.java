package nuages.testing;

import java.lang.reflect.Method;
import java.util.Map;
import nuages.data.error.SettingsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@link WebTest} does, for tests whose settings are not known when they are compiled.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestSite SITE = TestSite.of(Site.class).with("DATABASE_URL", url);
 * }</pre>
 *
 * Threads share it.
 */
public final class TestSite
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                InvocationInterceptor,
                ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestSite.class);

    private final @Nullable Recipe own;

    /** For JUnit, which makes it for classes that are annotated. */
    TestSite() {
        this(null);
    }

    private TestSite(@Nullable Recipe own) {
        this.own = own;
    }

    /** A site by the class whose {@code main} runs its project. */
    public static TestSite of(Class<?> main) {
        return new TestSite(new Recipe(main, Map.of(), false));
    }

    /** The same with a variable that comes before that of the environment. */
    public TestSite with(String name, String value) {
        return new TestSite(own().with(name, value));
    }

    /** The same whose tests commit for real; see {@link WebTest#committing()}. */
    public TestSite committing() {
        return new TestSite(own().committed());
    }

    private Recipe own() {
        if (own == null) {
            throw new IllegalStateException("this one was made for @WebTest: give that its settings instead");
        }
        return own;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        var around = site(context);
        var site = around == null ? sites(context).take(recipe(context)) : around;
        if (around == null) {
            store(context).put(Lent.class, new Lent(site, context.getUniqueId()));
        }
        site.begin();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var lent = store(context).get(Lent.class, Lent.class);
        if (lent == null) {
            return;
        }
        boolean whole = false;
        try {
            lent.site().undo();
            whole = true;
        } finally {
            if (lent.context().equals(context.getUniqueId())) {
                sites(context).giveBack(lent.site(), whole);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var site = required(context);
        site.lock();
        store(context).put(Tested.class, new Tested(site));
        site.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var site = required(context);
        var tested = store(context).remove(Tested.class, Tested.class);
        if (tested == null) {
            return;
        }
        try {
            tested.close();
        } finally {
            try {
                site.undo();
            } finally {
                site.unlock();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Client.class || type == LiveServer.class || type == TestClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var tested = store(context).get(Tested.class, Tested.class);
        if (parameter.getParameter().getType() == TestClock.class) {
            return required(context).clock();
        }
        if (parameter.getParameter().getType() == Client.class) {
            return (tested == null ? new Tested(required(context)) : tested).client();
        }
        if (tested == null) {
            throw new IllegalStateException(
                    "a LiveServer lives as long as a test: ask for it in the test itself or" + " in @BeforeEach");
        }
        return tested.server();
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        required(context).work().interceptTestMethod(test, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        required(context).work().interceptTestTemplateMethod(test, method, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        required(context).work().interceptBeforeAllMethod(before, method, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> before, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        required(context).work().interceptBeforeEachMethod(before, method, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> after, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        required(context).work().interceptAfterEachMethod(after, method, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> after, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        required(context).work().interceptAfterAllMethod(after, method, context);
    }

    /** A site that a class of tests has, and the class. */
    private record Lent(ComposedSite site, String context) {}

    private Recipe recipe(ExtensionContext context) {
        if (own != null) {
            return own;
        }
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WebTest.class)
                .map(Recipe::of)
                .orElseThrow(() -> new SettingsException(
                        context.getRequiredTestClass().getName() + " is no @WebTest: annotate the class"));
    }

    private static Sites sites(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Sites.class, _ -> new Sites(), Sites.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static @Nullable ComposedSite site(ExtensionContext context) {
        var lent = store(context).get(Lent.class, Lent.class);
        return lent == null ? null : lent.site();
    }

    private static ComposedSite required(ExtensionContext context) {
        var site = site(context);
        if (site == null) {
            throw new IllegalStateException("the site was not composed before the tests of " + context.getDisplayName()
                    + ": make the field of the TestSite static");
        }
        return site;
    }
}
