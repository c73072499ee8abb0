package nuages.web.middleware;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import nuages.web.http.Handler;
import nuages.web.http.Key;
import nuages.web.http.Middleware;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.http.Stage;
import org.slf4j.MDC;

/**
 * Gives each request an id: the one that a proxy or client sent in {@value #HEADER}, if it is made of up to 128 letters,
 * digits, {@code -}, {@code _} and {@code .}, else a new one. The answer carries it, and everything that is logged before
 * the answer is on its way has it as {@value #MDC_NAME}, which a pattern of Logback's writes as <code>%X{request}</code>.
 * Threads may share it.
 */
public final class RequestId implements Middleware {
    /** The header that brings an id, and takes it back. */
    public static final String HEADER = "X-Request-ID";

    /** What the id is called in the logger's diagnostic context. */
    public static final String MDC_NAME = "request";

    private static final Key<String> ID = Key.of("request id");
    private static final int LONGEST = 128;
    private static final int ID_DIGITS = 32;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private RequestId() {}

    /** The one there is. */
    public static RequestId usual() {
        return new RequestId();
    }

    /** The id of a request; empty if no {@code RequestId} stands around the view. */
    public static Optional<String> of(Request request) {
        return request.attribute(ID);
    }

    @Override
    public Stage stage() {
        return Stage.REQUEST_ID;
    }

    @Override
    public Response handle(Request request, Handler next) throws Exception {
        String id =
                request.headers().first(HEADER).filter(RequestId::acceptable).orElseGet(RequestId::newId);
        try (var _ = MDC.putCloseable(MDC_NAME, id)) {
            return next.handle(request.with(ID, id)).with(HEADER, id);
        }
    }

    /** Unlike others with all likelihood; it is no secret. */
    private static String newId() {
        var random = ThreadLocalRandom.current();
        byte[] digits = new byte[ID_DIGITS];
        hex(random.nextLong(), digits, 0);
        hex(random.nextLong(), digits, ID_DIGITS / 2);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void hex(long number, byte[] digits, int from) {
        for (int i = 0; i < ID_DIGITS / 2; i++) {
            digits[from + i] = DIGITS[(int) (number >>> (4 * i)) & 0xf];
        }
    }

    private static boolean acceptable(String sent) {
        if (sent.isEmpty() || sent.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
