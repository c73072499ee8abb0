package nuages.web.middleware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import nuages.data.error.SettingsException;
import nuages.web.http.Headers;
import nuages.web.http.Method;
import nuages.web.http.Request;
import nuages.web.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {
    private final TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8", "2001:db8::/33", "192.0.2.1");

    private static Request from(String address, String... headers) {
        return Request.builder(Method.GET, "/")
                .headers(Headers.of(headers).with("Host", "inside"))
                .remote(new InetSocketAddress(InetAddress.ofLiteral(address), 4711))
                .build();
    }

    /** What the view sees: the client, the scheme and the host. */
    private static String seen(TrustedProxies proxies, Request request) throws Exception {
        var response = (Response.Full) proxies.handle(
                request,
                it -> Response.text(it.remote().getAddress().getHostAddress() + " " + it.secure() + " " + it.host()));
        return new String(response.body(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        198.51.100.7,                           198.51.100.7
        203.0.113.9; 198.51.100.7,              198.51.100.7
        203.0.113.9; 198.51.100.7; 10.1.2.3,    198.51.100.7
        198.51.100.7:5555,                      198.51.100.7
        2001:db9::7,                            2001:db9:0:0:0:0:0:7
        [2001:db9::7]:443,                      2001:db9:0:0:0:0:0:7
        203.0.113.9; 2001:db8::5; 192.0.2.1,    203.0.113.9
        203.0.113.9; 2001:db8:8000::5,          2001:db8:8000:0:0:0:0:5
        10.1.1.1,                               10.1.1.1
        203.0.113.9; unknown,                   10.9.9.9
        203.0.113.9; 10.1; 10.1.2.3,            10.1.2.3
        ``,                                     10.9.9.9
        evil.org,                               10.9.9.9
        1,                                      10.9.9.9
        ::ffff:198.51.100.7,                    198.51.100.7
        """)
    void the_client_is_the_nearest_that_is_no_proxy(String forwarded, String client) throws Exception {
        assertThat(seen(proxies, from("10.9.9.9", "X-Forwarded-For", forwarded.replace(';', ','))))
                .isEqualTo(client + " false inside");
    }

    @Test
    void what_anybody_else_tells_means_nothing() throws Exception {
        Request request = from(
                "198.51.100.7",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.org",
                "Forwarded",
                "for=203.0.113.9;proto=https;host=evil.org");

        assertThat(seen(proxies, request)).isEqualTo("198.51.100.7 false inside");
        assertThat(seen(proxies.withForwarded().withHost(), request)).isEqualTo("198.51.100.7 false inside");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        https,          198.51.100.7,             true
        HTTPS,          198.51.100.7,             true
        http,           198.51.100.7,             false
        ftp,            198.51.100.7,             false
        https; http,    198.51.100.7,             false
        https; http,    198.51.100.7; 10.1.1.1,   true
        http; https,    198.51.100.7; 10.1.1.1,   false
        https,          198.51.100.7; 10.1.1.1,   true
        https; http,    ``,                       false
        """)
    void the_scheme_is_the_one_that_the_proxy_nearest_to_the_client_tells(
            String schemes, String clients, boolean secure) throws Exception {
        Request request = from(
                "10.9.9.9",
                "X-Forwarded-Proto",
                schemes.replace(';', ','),
                "X-Forwarded-For",
                clients.replace(';', ','));

        assertThat(seen(proxies, request)).contains(" " + secure + " ");
    }

    @Test
    void the_host_is_believed_only_if_that_is_wanted() throws Exception {
        Request request = from("10.9.9.9", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Host", "Example.org");

        assertThat(seen(proxies, request)).endsWith(" inside");
        assertThat(seen(proxies.withHost(), request)).endsWith(" example.org");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        for=198.51.100.7;proto=https;host=example.org              | 198.51.100.7 true example.org
        for=203.0.113.9;proto=https, For=198.51.100.7 ; Proto=http | 198.51.100.7 false inside
        for="[2001:db9::7]:4711";host="a.example.org:8000"         | 2001:db9:0:0:0:0:0:7 false a.example.org:8000
        for=198.51.100.7, for=10.1.1.1                             | 198.51.100.7 false inside
        for="a,b;c\\"", for=198.51.100.7                            | 198.51.100.7 false inside
        for=_hidden;proto=https                                    | 10.9.9.9 true inside
        for=unknown                                                | 10.9.9.9 false inside
        ;;=,                                                       | 10.9.9.9 false inside
        for="198.51.100.7                                          | 10.9.9.9 false inside
        """)
    void the_standard_header_is_read_if_the_proxies_send_it(String forwarded, String view) throws Exception {
        var standard = proxies.withForwarded().withHost();

        assertThat(seen(standard, from("10.9.9.9", "Forwarded", forwarded, "X-Forwarded-For", "203.0.113.1")))
                .isEqualTo(view);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "::/129"})
    void what_is_no_network_is_refused(String text) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> TrustedProxies.of(text))
                .withMessageStartingWith("trustedProxies has \"" + text + "\"");
    }

    @Test
    void networks_end_where_their_bits_say() {
        var network = Network.parse("172.16.0.0/12");

        assertThat(network.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
        assertThat(network.contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(Network.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("203.0.113.9")))
                .isTrue();
    }
}
