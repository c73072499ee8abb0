package counter;

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

    /** Counts a visit the careless way: of two visitors at the same time, one may not be counted. */
    static Response index(Request request) throws InterruptedException {
        var counter = Counter.getOrCreate().next();
        Thread.sleep(Duration.ofMillis(500)); // anything slow, such as asking another site
        counter.save();
        return Response.text("counter is at: " + counter.hits());
    }

    /** Counts a visit in the database: no visitor is lost. */
    static Response atomic(Request request) {
        Counter.getOrCreate();
        return Work.atomic(() -> {
            var database = Work.current().database();
            database.sql("update counter set hits = hits + 1 where id = 1").update();
            var counter = database.sql("select hits from counter where id = 1").one(Counter.class);
            return Response.text("counter is at: " + counter.hits());
        });
    }

    /** Has the shape of a login: asks the database, hashes for some 200 ms, and tells the database. */
    static Response hash(Request request) throws GeneralSecurityException {
        var counter = Counter.getOrCreate();
        var hash = pbkdf2("counter is at: " + counter.hits());
        Work.current().database().sql("update counter set hash = ? where id = 1", hash).update();
        return Response.text(hash);
    }

    private static String pbkdf2(String password) throws GeneralSecurityException {
        var salt = "a real one is random, and stored beside the hash".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256);
        var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key);
        return HexFormat.of().formatHex(hash.getEncoded());
    }
}
