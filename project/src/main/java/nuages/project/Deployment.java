package nuages.project;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuages.data.settings.DatabaseUrl;
import nuages.server.ManagementSettings;
import nuages.server.ServerSettings;

/**
 * What is right while developing and wrong where strangers look.
 *
 * @param keys the secret key, empty if there is none
 * @param debug whether error pages tell what happened
 * @param file the file of variables, which need not be there
 */
record Deployment(
        SecretKeys keys,
        boolean debug,
        ServerSettings server,
        ManagementSettings management,
        Map<String, DatabaseUrl> databases,
        Path file) {
    private static final int DIFFERENT = 5;

    /** A sentence for each. */
    List<String> warnings() {
        var all = new ArrayList<String>();
        if (debug) {
            all.add("NUAGES_DEBUG is true: error pages tell strangers how the site is made; set NUAGES_DEBUG=false");
        }
        if (guessable(keys.key())) {
            all.add(keys.name() + " can be guessed: whoever does can sign what visitors carry; set it to the output of:"
                    + " openssl rand -hex 32");
        }
        if (keys.fallbacks().stream().anyMatch(Deployment::guessable)) {
            all.add("a secret key of before, which still opens what visitors carry, can be guessed: whoever does can"
                    + " sign with it; take it out of the fallbacks of " + keys.name());
        }
        if (server.tls().isEmpty() && !local(server.host())) {
            all.add("the site listens on " + server.host() + " without TLS: others can read along; give it a"
                    + " certificate, or let it listen on 127.0.0.1 behind a proxy that has one");
        }
        if (!local(management.host())) {
            all.add("the management listener is on " + management.host() + ": it tells whoever asks what the site does;"
                    + " set NUAGES_MANAGEMENT_HOST=127.0.0.1, or let nobody but your monitoring reach it");
        }
        databases.forEach((alias, url) -> {
            if (url.inMemory()) {
                all.add("database " + alias + " is in memory: all that it holds ends with the process; use a file or"
                        + " a server");
            }
        });
        if (readable(file)) {
            all.add(file.getFileName() + " can be read by everybody on this machine: chmod 600 " + file.getFileName());
        }
        return all;
    }

    private static boolean guessable(String key) {
        return key.startsWith("insecure")
                || key.startsWith("django-insecure")
                || (!key.isEmpty() && key.chars().distinct().count() < DIFFERENT);
    }

    /** Whether only this machine can reach what listens there. */
    static boolean local(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Whether what listens there can be reached by every address of this machine. */
    static boolean everywhere(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean readable(Path file) {
        try {
            return Files.exists(file) && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
