package nuages.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** Looks for barriers in a page with axe-core. */
final class Axe {
    private static final String RUN = """
        const done = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ['violations']}).then(
            found => done(found.violations
                .filter(each => each.impact === 'serious' || each.impact === 'critical')
                .map(each => each.impact + ': ' + each.help + ' (' + each.id + '): '
                    + each.nodes.map(node => node.html).join(' '))),
            failure => done(['axe failed: ' + failure]));
        """;

    private Axe() {}

    static List<String> barriers(JavascriptExecutor driver) {
        driver.executeScript(source());
        return driver.executeAsyncScript(RUN) instanceof List<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of("axe did not answer");
    }

    private static String source() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
