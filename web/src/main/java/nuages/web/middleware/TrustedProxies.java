package nuages.web.middleware;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nuages.web.http.Handler;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Believes what named proxies tell: whom a request is really from and whether it came over TLS, in {@code X-Forwarded-For}
 * and {@code X-Forwarded-Proto}. From anybody else these headers mean nothing. The client is the nearest address that is not
 * one of the proxies, so whatever a client writes into the header itself stands behind it and does not count.
 *
 * <p>A proxy must set these headers, or remove those that it does not set. It never fails: what makes no sense is passed
 * over. Threads may share it.
 */
public final class TrustedProxies implements Middleware {
    private final List<Network> networks;
    private final boolean standard;
    private final boolean hostToo;

    private TrustedProxies(List<Network> networks, boolean standard, boolean hostToo) {
        this.networks = networks;
        this.standard = standard;
        this.hostToo = hostToo;
    }

    /**
     * Those addresses and networks: {@code 127.0.0.1}, {@code 10.0.0.0/8}, {@code 2001:db8::/32}.
     *
     * @throws nuages.data.error.SettingsException if one is neither
     */
    public static TrustedProxies of(String... addresses) {
        return of(Arrays.asList(addresses));
    }

    /** Those addresses and networks. */
    public static TrustedProxies of(List<String> addresses) {
        return new TrustedProxies(addresses.stream().map(Network::parse).toList(), false, false);
    }

    /**
     * The same, but for those addresses and networks.
     *
     * @throws nuages.data.error.SettingsException if one is neither
     */
    public TrustedProxies at(List<String> addresses) {
        return new TrustedProxies(addresses.stream().map(Network::parse).toList(), standard, hostToo);
    }

    /** The same, but the proxies tell it in {@code Forwarded} (RFC 7239), and the other headers mean nothing. */
    public TrustedProxies withForwarded() {
        return new TrustedProxies(networks, true, hostToo);
    }

    /** The same, and they tell for which host a request is too, for example in {@code X-Forwarded-Host}. */
    public TrustedProxies withHost() {
        return new TrustedProxies(networks, standard, true);
    }

    @Override
    public Stage stage() {
        return Stage.PROXIES;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        return next.handle(trusted(request.remote().getAddress()) ? told(request) : request);
    }

    /** The request as the proxies tell it. */
    private Request told(Request request) {
        Hops hops = standard ? Hops.ofStandard(request.headers()) : Hops.ofCustom(request.headers());
        InetSocketAddress client = request.remote();
        int passed = 0;
        int known = hops.clients().size();
        while (passed < known && trusted(client.getAddress())) {
            InetSocketAddress before = address(hops.clients().get(known - passed - 1));
            if (before == null) {
                break;
            }
            client = before;
            passed++;
        }
        Request told = passed == 0 ? request : request.withRemote(client);
        String scheme = Hops.at(hops.schemes(), passed).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || (told.secure() && !scheme.equals("http"));
        told = secure == told.secure() ? told : told.withSecure(secure);
        String host = hostToo ? Hops.at(hops.hosts(), passed) : "";
        return host.isEmpty() ? told : told.withHost(host);
    }

    private boolean trusted(@Nullable InetAddress address) {
        if (address == null) {
            return false;
        }
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Reads an address, perhaps with a port; null for {@code unknown}, for made-up names, and for what makes no sense. */
    private static @Nullable InetSocketAddress address(String text) {
        boolean bracketed = text.startsWith("[");
        int end = bracketed ? text.indexOf(']') : text.indexOf(':');
        boolean bare = !bracketed && (end < 0 || text.indexOf(':', end + 1) >= 0); // no port, or IPv6 without brackets
        if (bracketed && end < 0) {
            return null;
        }
        String host = bare ? text : text.substring(bracketed ? 1 : 0, end);
        int colon = bare ? -1 : text.indexOf(':', bracketed ? end : 0);
        InetAddress address = Network.address(host);
        return address == null ? null : new InetSocketAddress(address, colon < 0 ? 0 : port(text.substring(colon + 1)));
    }

    /** A port, or 0 if it is none. */
    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port < 0 || port > 65_535 ? 0 : port;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
