package nuages.project;

import static nuages.project.Settings.env;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nuages.project.command.Console;
import nuages.project.command.Stop;
import nuages.web.middleware.Compression;
import nuages.web.middleware.ContentPolicy;
import nuages.web.middleware.Csrf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands tell of a project's settings. */
class SettingsCommandsTests {
    private final Recorder out = new Recorder("");
    private final Recorder err = new Recorder("");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void settings_that_differ_are_shown_without_their_secrets() throws Exception {
        Files.writeString(folder.resolve(".env"), "NUAGES_POOL_SIZE=20\nMAIL_PASSWORD=hunter2\n");

        var code = run(
                settings -> {
                    settings.text(env("MAIL_PASSWORD"));
                    settings.text(env("MAIL_URL", "smtp://me:hunter2@mail/?password=hunter3"));
                    settings.database(env("DATABASE_URL"));
                },
                "diffsettings");

        assertThat(code).isZero();
        assertThat(out.toString().replaceAll("Tests\\.java:\\d+", "Tests.java:7"))
                .isEqualTo("""
                    setting           value                               from
                    DATABASE_URL      postgresql://me:***@localhost/site  environment
                    MAIL_PASSWORD     ***                                 .env line 2
                    MAIL_URL          smtp://me:***@mail/?password=***    SettingsCommandsTests.java:7
                    NUAGES_POOL_SIZE  20                                  .env line 1
                    """);
    }

    @Test
    void the_others_are_shown_when_asked_for() {
        assertThat(run(settings -> settings.database("sqlite::memory:"), "diffsettings", "--all", "--json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"NUAGES_INSTANCES\":{")
                .contains("\"value\":\"1\"")
                .doesNotContain("hunter");
    }

    @Test
    void what_is_wrong_where_strangers_look_is_told() throws Exception {
        Files.writeString(folder.resolve(".env"), "SECRET_KEY=insecure-0123456789-0123456789-0123456789\n");
        Files.setPosixFilePermissions(folder.resolve(".env"), PosixFilePermissions.fromString("rw-r--r--"));

        var code = run(
                settings -> settings.secretKey(env("SECRET_KEY"))
                        .database("sqlite::memory:")
                        .debug(true)
                        .server(it -> it.host = "0.0.0.0"),
                "check",
                "--deploy");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("""
            NUAGES_DEBUG is true: error pages tell strangers how the site is made; set NUAGES_DEBUG=false
            SECRET_KEY can be guessed: whoever does can sign what visitors carry; set it to the output of: openssl \
            rand -hex 32
            the site listens on 0.0.0.0 without TLS: others can read along; give it a certificate, or let it listen \
            on 127.0.0.1 behind a proxy that has one
            database default is in memory: all that it holds ends with the process; use a file or a server
            .env can be read by everybody on this machine: chmod 600 .env
            no hosts are allowed: requests for anything but localhost are refused; set NUAGES_ALLOWED_HOSTS, for example \
            NUAGES_ALLOWED_HOSTS=example.org
            the site answers without TLS: others can read along, and change what they read; set NUAGES_HTTPS=true, and \
            NUAGES_TRUSTED_PROXIES to the proxy that speaks TLS for it
            """);
        assertThat(out.toString()).endsWith("7 problems\n");
    }

    @Test
    void a_site_that_is_fit_for_strangers_passes() {
        var code = run(
                settings -> settings.database("sqlite:" + folder.resolve("site.db"))
                        .allowedHosts("example.org")
                        .trustedProxies("127.0.0.1")
                        .https(it -> it.strictTransport = Optional.of(Duration.ofDays(365))),
                "check",
                "--deploy");

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_protects_a_site_and_is_turned_off_is_told() {
        var code = run(
                settings -> settings.allowedHosts("*")
                        .trustedProxies("0.0.0.0/0")
                        .https(it -> it.strictTransport = Optional.empty())
                        .without(Csrf.class)
                        .without(Compression.class),
                "check",
                "--deploy");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("""
            all hosts are allowed: whoever sends a request chooses where links lead that are made with its host; name \
            the site's hosts in NUAGES_ALLOWED_HOSTS
            everybody is a trusted proxy: whoever sends a request says where it is from; name your proxies' addresses in \
            NUAGES_TRUSTED_PROXIES
            browsers are not told to stay with TLS: set https.strictTransport, at first to an hour
            Csrf is left out: nothing else does what it does; remove without(Csrf.class), or see to it in front of the site
            """);
    }

    @Test
    void what_protects_a_site_too_little_is_told() {
        var code = run(
                settings -> settings.secretKey(env("KEY", "b8d1f0a6c3e94725b8d1f0a6c3e94725"))
                        .secretKeyFallbacks(env("KEYS", "django-insecure-0123456789abcdefghij"))
                        .allowedHosts("example.org")
                        .https(it -> {})
                        .csp(it -> ContentPolicy.none().with("script-src", "'self'", "'unsafe-inline'"))
                        .csrf(it -> it.exempt = List.of("/")),
                "check",
                "--deploy");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("""
            a secret key of before, which still opens what visitors carry, can be guessed: whoever does can sign with it; \
            take it out of the fallbacks of KEY
            browsers stay with TLS for no longer than 3600 seconds after a visit: when all works, raise https.strictTransport to \
            30 days, and later to a year
            the content security policy does not stop scripts that somebody smuggles into a page: 'unsafe-inline' lets \
            them run, use nonces instead
            no request is checked for being forged, as csrf.exempt has /: name the paths whose callers have no cookies
            """);
    }

    @Test
    void a_site_that_answers_without_tls_too_is_told_so() {
        run(settings -> settings.allowedHosts("example.org").https(it -> it.redirect = false), "check", "--deploy");

        assertThat(err.toString()).isEqualTo("""
            who comes without TLS is answered without it: set https.redirect, or see to it in front of the site
            """);
    }

    @Test
    void a_shell_completes_commands_and_options() {
        assertThat(run(settings -> {}, "completion", "--name=manage")).isZero();
        assertThat(out.toString()).contains("complete -F _complete_manage", "inspectdb", "--managed");
    }

    private int run(Consumer<Settings> settings, String... arguments) {
        var variables = Map.of("DATABASE_URL", "postgresql://me:hunter2@localhost/site");
        return Project.of(settings)
                .in(() -> new Environment(arguments.length == 1 ? variables : Map.of(), folder.resolve(".env")))
                .run(Console.of(out, err), Stop.byHand(), arguments);
    }
}
