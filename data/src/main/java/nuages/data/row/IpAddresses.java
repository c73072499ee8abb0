package nuages.data.row;

import java.net.InetAddress;
import nuages.data.dialect.ColumnReader;
import nuages.data.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Addresses of the Internet, kept by what databases have for them, or as their texts. */
final class IpAddresses {
    /** As texts. */
    static final Codec<String> TEXT = new Codec<>() {
        @Override
        public ColumnReader reader(Dialect dialect) {
            return (row, column) -> row.getString(column);
        }

        @Override
        public ValueKind kind() {
            return ValueKind.IP_ADDRESS;
        }
    };

    /** As Java has them; a name is never looked up. */
    static final Codec<InetAddress> ADDRESS = new Codec<>() {
        @Override
        public ColumnReader reader(Dialect dialect) {
            return (row, column) -> {
                var text = row.getString(column);
                return text == null ? null : InetAddress.ofLiteral(text);
            };
        }

        @Override
        public @Nullable Object encode(InetAddress value) {
            return value.getHostAddress();
        }

        @Override
        public ValueKind kind() {
            return ValueKind.IP_ADDRESS;
        }
    };

    private IpAddresses() {}
}
