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
 * @param key the secret key, empty if there is none
 * @param debug whether error pages tell what happened
 * @param file the file of variables, which need not be there
 */
record Deployment(
        Key key,
        boolean debug,
        ServerSettings server,
        ManagementSettings management,
        Map<String, DatabaseUrl> databases,
        Path file) {
    private static final int DIFFERENT = 5;

    /**
     * The secret key.
     *
     * @param name the variable it is read from
     * @param text the key itself
     */
    record Key(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A sentence for each. */
    List<String> warnings() {
        var all = new ArrayList<String>();
        if (debug) {
            all.add("NUAGES_DEBUG is true: error pages tell strangers how the site is made; set NUAGES_DEBUG=false");
        }
        if (key.text().startsWith("insecure")
                || key.text().startsWith("django-insecure")
                || (!key.text().isEmpty() && key.text().chars().distinct().count() < DIFFERENT)) {
            all.add(key.name() + " can be guessed: whoever does can sign what visitors carry; set it to the output of:"
                    + " openssl rand -hex 32");
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
