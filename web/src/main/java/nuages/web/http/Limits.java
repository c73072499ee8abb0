package nuages.web.http;

/**
 * How much of a request is taken into memory when a view asks for it as a whole. More than that is answered with 413,
 * or 400 for too many parameters. The server's own limits on a body hold before these.
 *
 * @param bytes of a body, for {@code bytes()}, {@code text()}, {@code json()} and {@code form()}
 * @param parameters in a query or a form
 */
public record Limits(int bytes, int parameters) {
    /** 2.5 MiB and 1000 parameters. */
    public static final Limits USUAL = new Limits(2_621_440, 1000);

    public Limits {
        if (bytes < 0 || bytes == Integer.MAX_VALUE || parameters < 0) {
            throw new IllegalArgumentException(
                    "limits of " + bytes + " bytes and " + parameters + " parameters: neither may be negative");
        }
    }
}
