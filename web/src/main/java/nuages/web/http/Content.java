package nuages.web.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import nuages.web.http.HttpException.Problem;
import nuages.web.upload.Files;
import nuages.web.upload.InvalidUpload;
import nuages.web.upload.Multipart;
import org.jspecify.annotations.Nullable;

/** What is read or parsed of a request when it is first asked for, once for the request and all its copies. */
final class Content {
    private final Headers headers;
    private final String query;
    private final Body body;

    private byte @Nullable [] bytes;
    private @Nullable Parameters queries;
    private @Nullable Parameters form;
    private @Nullable Multipart parts;
    private boolean released;
    private @Nullable Map<String, String> cookies;

    Content(Headers headers, String query, Body body) {
        this.headers = headers;
        this.query = query;
        this.body = body;
    }

    Body body() {
        byte[] read = bytes;
        return read == null ? body : () -> new ByteArrayInputStream(read);
    }

    Parameters queries(Limits limits) {
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

    byte[] bytes(Limits limits) {
        if (bytes == null) {
            if (parts != null) {
                throw new IllegalStateException("the body of this request was read as a form with files, which are not"
                        + " kept in one piece: use form() and files(), or ask for the bytes first");
            }
            bytes = read(limits);
        }
        return bytes;
    }

    String text(Limits limits) {
        Charset charset = MediaType.charset(headers.first("Content-Type").orElse(""));
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes(limits))).toString();
        } catch (CharacterCodingException e) {
            throw new BadRequest("the body is not " + charset, e);
        }
    }

    Parameters form(Limits limits) {
        if (form == null) {
            form = readForm(limits);
        }
        return form;
    }

    private Parameters readForm(Limits limits) {
        return switch (type()) {
            case "multipart/form-data" -> Parameters.of(parts(limits).fields());
            case "application/x-www-form-urlencoded" ->
                Parameters.parse(new String(bytes(limits), StandardCharsets.ISO_8859_1), limits.parameters());
            default -> Parameters.none();
        };
    }

    Files files(Limits limits) {
        return type().equals("multipart/form-data") ? parts(limits).files() : Files.none();
    }

    String type() {
        return MediaType.essence(headers.first("Content-Type").orElse(""));
    }

    private Multipart parts(Limits limits) {
        if (parts == null) {
            if (released) {
                throw new IllegalStateException("this request has ended: read its form and its files before");
            }
            parts = readParts(limits);
        }
        return parts;
    }

    private Multipart readParts(Limits limits) {
        try (InputStream in = body().stream()) {
            return Multipart.read(
                    in,
                    headers.first("Content-Type").orElse(""),
                    limits.uploads(),
                    limits.bytes(),
                    limits.parameters());
        } catch (InvalidUpload e) {
            String logged = Objects.requireNonNull(e.getMessage());
            if (e.tooLarge()) {
                throw new HttpException(Problem.of(Status.CONTENT_TOO_LARGE, e.reason()), logged, e);
            }
            throw new BadRequest(e.reason(), logged, e);
        } catch (IOException e) {
            throw new BadRequest("the body did not arrive as a whole", e);
        }
    }

    void release() {
        released = true;
        if (parts != null) {
            parts.files().release();
        }
    }

    <T> T json(Class<T> type, Limits limits) {
        String sent = type();
        if (!MediaType.isJson(sent)) {
            throw new HttpException(
                    Problem.of(
                            Status.UNSUPPORTED_MEDIA_TYPE,
                            "JSON was expected and the Content-Type is \"" + Headers.printable(sent)
                                    + "\": send application/json"),
                    null);
        }
        return JsonProblems.checked(JsonProblems.read(bytes(limits), type));
    }

    private byte[] read(Limits limits) {
        refuse(headers.first("Content-Length").map(Content::length).orElse(0L), limits);
        try (InputStream in = body.stream()) {
            byte[] read = in.readNBytes(limits.bytes() + 1);
            refuse(read.length, limits);
            return read;
        } catch (IOException e) {
            throw new BadRequest("the body did not arrive as a whole", e);
        }
    }

    private static void refuse(long length, Limits limits) {
        if (length > limits.bytes()) {
            throw new HttpException(
                    Problem.of(
                            Status.CONTENT_TOO_LARGE,
                            "the body has more than " + limits.bytes()
                                    + " bytes, which is what is taken into memory here"),
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
