package nuages.testing.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Chromium without a window, with a new and empty profile. It and its driver are found on the search path; Debian's packages
 * {@code chromium} and {@code chromium-driver} are a pair. Close it; one thread at a time may use it.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLLING = Duration.ofMillis(50);
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,900");

    private final ChromeDriverService service;
    private final RemoteWebDriver driver;
    private final Path profile;

    private Browser(ChromeDriverService service, RemoteWebDriver driver, Path profile) {
        this.service = service;
        this.driver = driver;
        this.profile = profile;
    }

    /**
     * Opens one.
     *
     * @throws IllegalStateException if the machine has none, or it does not start
     */
    public static Browser open() {
        var profile = newFolder();
        var options = new ChromeOptions();
        options.setBinary(program(List.of("chromium", "chromium-browser", "google-chrome", "chrome"))
                .toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, Level.ALL.getName()));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program(List.of("chromedriver")).toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        try {
            service.start();
            return new Browser(service, new RemoteWebDriver(service.getUrl(), options, false), profile);
        } catch (IOException | RuntimeException failure) {
            service.stop();
            delete(profile);
            throw new IllegalStateException("the browser cannot be opened: " + failure.getMessage(), failure);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("nuages-browser");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path program(List<String> names) {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return names.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "none of " + names + " is in " + path + ": install chromium and chromium-driver"));
    }

    /** What drives it, for all that has no method here. */
    public WebDriver driver() {
        return driver;
    }

    /** Goes to a page, and waits until it has been loaded. */
    public void go(String url) {
        driver.get(url);
    }

    /** The URL of the page it shows. */
    public String url() {
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "");
    }

    /** The text of the page, as visitors see it. */
    public String text() {
        return find("body").getText();
    }

    /** The first element that a CSS selector finds; waits for one to come. */
    public WebElement find(String selector) {
        return Objects.requireNonNull(this.<@Nullable WebElement>await(it ->
                it.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null)));
    }

    /** Waits until the page's text has that text in it. */
    public void awaitText(String text) {
        await(it -> it.findElement(By.tagName("body")).getText().contains(text));
    }

    /** Waits until something is there, or true, on this page or the next one; fails after 20 seconds. */
    public <T extends @Nullable Object> T await(Function<? super WebDriver, T> wanted) {
        return new WebDriverWait(driver, PATIENCE, POLLING)
                .ignoring(StaleElementReferenceException.class)
                .until(it -> onOnePage(it, wanted));
    }

    /** Chromium's driver has several words for an element whose page went away while it was looked at. */
    private static <T extends @Nullable Object> T onOnePage(WebDriver driver, Function<? super WebDriver, T> wanted) {
        try {
            return wanted.apply(driver);
        } catch (WebDriverException failure) {
            if (String.valueOf(failure.getMessage()).contains("does not belong to the document")) {
                throw new StaleElementReferenceException("the page went away", failure);
            }
            throw failure;
        }
    }

    /** Writes text into an element in place of what is there, or a file's path into one that chooses files. */
    public void type(String selector, String text) {
        var element = find(selector);
        if (!"file".equals(element.getDomAttribute("type"))) {
            element.clear();
        }
        element.sendKeys(text);
    }

    /** Clicks an element. */
    public void click(String selector) {
        find(selector).click();
    }

    /** Runs a script as the body of a function, with arguments; what it returns, as Java has it. */
    public Object script(String body, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(body, arguments), "null");
    }

    /** What the browser has complained of since this was asked for last: scripts that failed, what a policy has blocked. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(it -> it.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What keeps people from using the page that it shows, by axe-core's rules, the serious and the critical only. */
    public List<String> barriers() {
        return Axe.barriers(driver);
    }

    /** Changes the size of what is seen of a page, in pixels of CSS. */
    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Writes a picture of what is seen of the page, as PNG. */
    public Path screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Forgets all cookies. */
    public void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            service.stop();
            delete(profile);
        }
    }

    /** The browser's last processes may still be writing: what they leave is for the system's cleaner. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
