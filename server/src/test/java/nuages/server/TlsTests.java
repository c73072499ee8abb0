package nuages.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nuages.data.error.SettingsException;
import nuages.web.http.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTests {
    private static final String PASSWORD = "changeit";

    private Path folder;
    private Tls tls;
    private SSLContext trusting;

    @BeforeAll
    void makeCertificate(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var file = folder.resolve("site.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        tls = new Tls(
                pem("CERTIFICATE", store.getCertificate("site").getEncoded()),
                pem("PRIVATE KEY", store.getKey("site", PASSWORD.toCharArray()).getEncoded()));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
    }

    private Path pem(String type, byte[] content) throws Exception {
        var text = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                folder.resolve(type.replace(' ', '-') + ".pem"),
                "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void both_versions_are_spoken_over_tls(Version version) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "file ".repeat(100_000));
        try (var site = Site.of(
                        request -> switch (request.path()) {
                            case "/file" -> Response.file(folder.resolve("a.txt"), "text/plain");
                            default -> Response.text(request.secure() + " " + request.version());
                        },
                        change -> change.tls = Optional.of(tls));
                var client = HttpClient.newBuilder()
                        .sslContext(trusting)
                        .version(version)
                        .build()) {
            var root = "https://localhost:" + site.port();

            var answer =
                    client.send(HttpRequest.newBuilder(URI.create(root + "/")).build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).isEqualTo(version == Version.HTTP_2 ? "true HTTP/2" : "true HTTP/1.1");

            var file = client.send(
                    HttpRequest.newBuilder(URI.create(root + "/file")).build(), BodyHandlers.ofString());
            assertThat(file.body()).hasSize(500_000);
        }
    }

    @Test
    void bad_input_over_tls_is_answered_too() throws Exception {
        try (var site = Site.of(request -> Response.text("fine"), change -> change.tls = Optional.of(tls));
                var client = new RawClient(trusting.getSocketFactory().createSocket("localhost", site.port()))) {
            var answer = client.send("nonsense\r\n\r\n").answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void a_missing_certificate_says_so() {
        var missing = new Tls(folder.resolve("missing.pem"), tls.key());

        assertThatThrownBy(() -> Site.of(request -> Response.text(""), change -> change.tls = Optional.of(missing)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("missing.pem cannot be read");
    }
}
