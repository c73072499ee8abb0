package nuages.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form with files, as browsers send it: RFC 7578, with names escaped as the HTML standard says. */
final class Multipart {
    private static final String BOUNDARY = "----nuages-test-7MA4YWxkTrZu0gW";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Multipart(Map<String, ? extends @Nullable Object> fields) {
        fields.forEach((name, value) -> Call.values(value).forEach(each -> add(name, each)));
        write("--" + BOUNDARY + "--\r\n");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void add(String name, Object value) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + escaped(name) + '"');
        if (value instanceof TestFile file) {
            write("; filename=\"" + escaped(file.name()) + "\"\r\nContent-Type: " + file.contentType() + "\r\n\r\n");
            out.writeBytes(file.content());
        } else {
            write("\r\n\r\n" + value);
        }
        write("\r\n");
    }

    private static String escaped(String name) {
        return name.replace("\n", "%0A").replace("\r", "%0D").replace("\"", "%22");
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
