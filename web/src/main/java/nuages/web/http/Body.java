package nuages.web.http;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request. It can be read once; whoever reads it first has it. */
public interface Body {
    /**
     * The bytes as they arrive, within the server's limit on size and rate: beyond those, reading throws an
     * {@link HttpException} (413 or 408).
     */
    InputStream stream() throws IOException;
}
