package nuages.web.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What is read or parsed of a request when it is first asked for, once for the request and all its copies. */
final class Content {
    private final Headers headers;
    private final String query;
    private final Body body;
    private final Limits limits;

    private byte @Nullable [] bytes;
    private @Nullable Parameters queries;
    private @Nullable Parameters form;
    private @Nullable Map<String, String> cookies;

    Content(Headers headers, String query, Body body, Limits limits) {
        this.headers = headers;
        this.query = query;
        this.body = body;
        this.limits = limits;
    }

    Body body() {
        byte[] read = bytes;
        return read == null ? body : () -> new ByteArrayInputStream(read);
    }

    Parameters queries() {
        if (queries == null) {
            queries = Parameters.parse(query, limits.parameters());
        }
        return queries;
    }

    Map<String, String> cookies() {
        if (cookies == null) {
            cookies = Cookies.parse(headers.all("Cookie"));
        }
        return cookies;
    }

    byte[] bytes() {
        if (bytes == null) {
            bytes = read();
        }
        return bytes;
    }

    String text() {
        Charset charset = MediaType.charset(headers.first("Content-Type").orElse(""));
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("the body is not " + charset, e);
        }
    }

    Parameters form() {
        if (form == null) {
            form = readForm();
        }
        return form;
    }

    private Parameters readForm() {
        String type = MediaType.essence(headers.first("Content-Type").orElse(""));
        if (type.startsWith("multipart/")) {
            throw new HttpException(
                    Status.UNSUPPORTED_MEDIA_TYPE, "a form sent as " + type + " is not understood", null);
        }
        if (!type.equals("application/x-www-form-urlencoded")) {
            return Parameters.none();
        }
        return Parameters.parse(new String(bytes(), StandardCharsets.ISO_8859_1), limits.parameters());
    }

    <T> T json(Class<T> type) {
        String sent = MediaType.essence(headers.first("Content-Type").orElse(""));
        if (!MediaType.isJson(sent)) {
            throw new HttpException(
                    Status.UNSUPPORTED_MEDIA_TYPE,
                    "JSON was expected and the Content-Type is \"" + sent + "\": send application/json",
                    null);
        }
        try {
            T value = Json.read(bytes(), type);
            if (value == null) {
                throw new BadRequest("the body is JSON's null where a " + type.getSimpleName() + " was expected");
            }
            return value;
        } catch (JacksonException e) {
            throw new BadRequest("the body is not the JSON of a " + type.getSimpleName(), e);
        }
    }

    private byte[] read() {
        refuse(headers.first("Content-Length").map(Content::length).orElse(0L));
        try (InputStream in = body.stream()) {
            byte[] read = in.readNBytes(limits.bytes() + 1);
            refuse(read.length);
            return read;
        } catch (IOException e) {
            throw new BadRequest("the body did not arrive as a whole", e);
        }
    }

    private void refuse(long length) {
        if (length > limits.bytes()) {
            throw new HttpException(
                    Status.CONTENT_TOO_LARGE,
                    "a body of more than " + limits.bytes() + " bytes: read it as a stream, or raise the limit",
                    null);
        }
    }

    private static long length(String sent) {
        try {
            return Long.parseLong(sent);
        } catch (NumberFormatException e) {
            throw new BadRequest("the Content-Length is not a number", e);
        }
    }
}
