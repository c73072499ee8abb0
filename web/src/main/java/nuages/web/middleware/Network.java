package nuages.web.middleware;

import java.net.InetAddress;
import nuages.data.error.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike (CIDR, RFC 4632).
 *
 * @param first the first of them, 4 or 16 bytes
 * @param bits how many leading bits they share
 */
@SuppressWarnings("ArrayRecordComponent") // nobody else sees it
record Network(byte[] first, int bits) {
    /** Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or an address alone. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw wrong(text);
        }
        byte[] bytes = address.getAddress();
        int bits = slash < 0 ? bytes.length * 8 : number(text.substring(slash + 1));
        if (bits < 0 || bits > bytes.length * 8) {
            throw wrong(text);
        }
        return new Network(bytes, bits);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static SettingsException wrong(String text) {
        return new SettingsException("trustedProxies has \"" + text
                + "\": that is no address and no network, for example" + " 192.0.2.1, 10.0.0.0/8 or 2001:db8::/32");
    }

    /** An address, whole and in digits; null if the text is none. No name is looked up. */
    static @Nullable InetAddress address(String text) {
        boolean six = text.indexOf(':') >= 0;
        if (!six && text.chars().filter(c -> c == '.').count() != 3) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != first.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (bytes[i] != first[i]) {
                return false;
            }
        }
        int shift = 8 - bits % 8;
        return shift == 8 || (bytes[whole] & 0xFF) >> shift == (first[whole] & 0xFF) >> shift;
    }
}
