package nuages.web.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes forms as browsers send them. */
final class Form {
    static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form text(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, String filename, String contentType, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename + "\"\r\nContent-Type: "
                        + contentType,
                content);
    }

    Form part(String head, byte[] content) {
        add("------WebKitFormBoundary7MA4YWxk\r\n" + head + "\r\n\r\n");
        bytes.writeBytes(content);
        add("\r\n");
        return this;
    }

    byte[] end() {
        add("------WebKitFormBoundary7MA4YWxk--\r\n");
        return bytes.toByteArray();
    }

    byte[] unfinished() {
        return bytes.toByteArray();
    }

    private void add(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
