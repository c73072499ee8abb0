package nuages.server;

import java.nio.file.Path;

/**
 * A certificate for HTTPS.
 *
 * @param certificate the PEM file with the certificate and those it is signed by
 * @param key the PEM file with its private key (PKCS #8)
 */
public record Tls(Path certificate, Path key) {}
