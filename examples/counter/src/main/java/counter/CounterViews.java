package counter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import nuages.data.connection.Work;
import nuages.web.http.Request;
import nuages.web.http.Response;

/** The pages. None of them holds a connection while it waits or computes. */
final class CounterViews {
    private static final int ITERATIONS = 800_000;

    private CounterViews() {}

    /** Counts a visit the careless way: of two visits at the same time, one may be lost. */
    static Response index(Request request) throws InterruptedException {
        var counter = Counter.getOrCreate();
        Thread.sleep(Duration.ofMillis(500)); // whatever takes long, such as asking another site
        counter.hits++;
        counter.save(Counter_.hits);
        return Response.text("counter is at: " + counter.hits);
    }

    /** Counts a visit in the database: none is lost. */
    static Response atomic(Request request) {
        Counter.getOrCreate();
        var counter = Work.atomic(Counter::increment);
        return Response.text("counter is at: " + counter.hits);
    }

    /** Has the shape of a login: a query, a hash that takes some 200 ms, a query. */
    static Response hash(Request request) throws GeneralSecurityException {
        var counter = Counter.getOrCreate();
        var hash = pbkdf2("counter is at: " + counter.hits);
        counter.hash = hash;
        counter.save(Counter_.hash);
        return Response.text(hash);
    }

    private static String pbkdf2(String password) throws GeneralSecurityException {
        var salt = "random, in a real site".getBytes(UTF_8);
        var key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
        var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key);
        return HexFormat.of().formatHex(hash.getEncoded());
    }
}
