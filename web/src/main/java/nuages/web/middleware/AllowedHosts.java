package nuages.web.middleware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nuages.data.error.SettingsException;
import nuages.web.http.Handler;
import nuages.web.http.HttpException;
import nuages.web.http.HttpException.Problem;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import nuages.web.http.Status;

/**
 * Refuses requests to hosts that are not the site's: 400. Whoever could choose the host would choose where links lead that
 * are made with it, and what caches keep. Threads may share it.
 */
public final class AllowedHosts implements Middleware {
    private static final List<String> LOCAL = List.of("localhost", ".localhost", "127.0.0.1", "[::1]");

    private final Set<String> names = new HashSet<>();
    private final List<String> domains = new ArrayList<>();
    private boolean all;

    private AllowedHosts(List<String> patterns) {
        for (String pattern : patterns) {
            String host = checked(pattern).toLowerCase(Locale.ROOT);
            if (host.equals("*")) {
                all = true;
            } else if (host.startsWith(".")) {
                domains.add(host);
                names.add(host.substring(1));
            } else {
                names.add(host);
            }
        }
    }

    /**
     * Those hosts: {@code example.org}, with all below it {@code .example.org}, or any with {@code *}. Ports do not matter.
     *
     * @throws SettingsException if one is no host
     */
    public static AllowedHosts of(String... patterns) {
        return of(Arrays.asList(patterns));
    }

    /** Those hosts. */
    public static AllowedHosts of(List<String> patterns) {
        return new AllowedHosts(patterns);
    }

    /** The names of this machine for itself, which a site that is being developed is asked by. */
    public static List<String> local() {
        return LOCAL;
    }

    /** Whether a host is one of these; it is in lower case, and may have a port. */
    boolean allows(String host) {
        if (all) {
            return true;
        }
        String name = name(host);
        if (names.contains(name)) {
            return true;
        }
        for (String domain : domains) {
            if (name.endsWith(domain)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Stage stage() {
        return Stage.HOSTS;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        String host = request.host();
        if (!allows(host)) {
            var told = "the request is for the host " + host + ", which is none of this site's";
            throw new HttpException(
                    Problem.of(Status.BAD_REQUEST, told),
                    told + "; if it is, add it: settings.allowedHosts(\"" + name(host) + "\"), or NUAGES_ALLOWED_HOSTS="
                            + name(host),
                    null);
        }
        return next.handle(request);
    }

    /** Without its port, and without the dot that may end a whole name. */
    private static String name(String host) {
        int bracket = host.startsWith("[") ? host.indexOf(']') + 1 : 0;
        int colon = host.indexOf(':', bracket);
        String name = colon < 0 ? host : host.substring(0, colon);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String checked(String pattern) {
        boolean address = pattern.startsWith("[") && pattern.endsWith("]");
        boolean plain = pattern.chars().allMatch(c -> c > ' ' && c < 127 && "/\\:@?#,*".indexOf(c) < 0);
        if (pattern.isEmpty() || pattern.equals(".") || !(plain || address || pattern.equals("*"))) {
            throw new SettingsException(
                    "allowedHosts has \"" + pattern + "\": a host is a name or an address without scheme"
                            + " and port, for example example.org, .example.org, 192.0.2.1 or [2001:db8::1]");
        }
        return pattern;
    }
}
