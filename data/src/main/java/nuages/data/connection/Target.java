package nuages.data.connection;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nuages.data.dialect.Dialect;

/**
 * What a connection is opened to.
 *
 * @param shown the URL without its password
 * @param greeting the statements a new connection starts with
 * @param identity the query for the server's number of the connection; empty if that tells nothing
 */
record Target(
        Dialect dialect,
        String jdbcUrl,
        Properties properties,
        String shown,
        List<String> greeting,
        Optional<String> identity) {}
