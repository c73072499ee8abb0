package nuages.testing.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests a {@link Browser} as a parameter. All tests of a class have the same one, opened when the first asks for it
 * and closed after the last; each finds an empty page and no cookies.
 */
public final class Browsing implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Browsing.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var browser = ofClass(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(Browser.class, type -> Browser.open(), Browser.class);
        browser.forgetCookies();
        browser.go("about:blank");
        browser.complaints();
        return browser;
    }

    private static ExtensionContext ofClass(ExtensionContext context) {
        var found = context;
        while (found.getTestMethod().isPresent() && found.getParent().isPresent()) {
            found = found.getParent().get();
        }
        return found;
    }
}
