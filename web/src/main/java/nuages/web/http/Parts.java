package nuages.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nuages.web.http.ByteRanges.Span;

/**
 * Several parts of one body in one answer, each with a head of its own (RFC 9110, section 14.6). They are written one after
 * the other, and of a file no more than a piece is in memory. Immutable.
 */
final class Parts {
    private static final int PIECE = 16 * 1024;

    private final Response whole;
    private final List<Span> spans;
    private final List<byte[]> heads = new ArrayList<>();
    private final byte[] end;
    private final String boundary;

    Parts(Response whole, List<Span> spans, long size) {
        this.whole = whole;
        this.spans = spans;
        this.boundary = boundary();
        String type = whole.headers()
                .first("Content-Type")
                .map(it -> "Content-Type: " + it + "\r\n")
                .orElse("");
        String before = "--" + boundary + "\r\n" + type + "Content-Range: ";
        for (var span : spans) {
            String head = (heads.isEmpty() ? "" : "\r\n") + before + span.of(size) + "\r\n\r\n";
            heads.add(head.getBytes(ISO_8859_1));
        }
        this.end = ("\r\n--" + boundary + "--\r\n").getBytes(ISO_8859_1);
    }

    /** One that is found in no body but by a chance of one in 2¹²⁸. */
    private static String boundary() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    Response answer() {
        Headers headers = whole.headers()
                .with("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .with("Content-Length", Long.toString(length()));
        return new Response.Streamed(Status.PARTIAL_CONTENT, headers, writer(), true);
    }

    /** As a file, it may take longer than the request's deadline. */
    private Response.Writer writer() {
        return switch (whole) {
            case Response.FromFile file -> out -> copy(file.path(), out);
            case Response.Full full ->
                out -> write(out, span -> out.write(full.body(), (int) span.from(), (int) span.length()));
            case Response.Streamed streamed -> streamed.writer();
        };
    }

    private long length() {
        return heads.stream().mapToLong(it -> it.length).sum()
                + spans.stream().mapToLong(Span::length).sum()
                + end.length;
    }

    /** Writes what stands between two heads. */
    private interface Body {
        void write(Span span) throws IOException;
    }

    private void write(OutputStream out, Body body) throws IOException {
        for (int i = 0; i < spans.size(); i++) {
            out.write(heads.get(i));
            body.write(spans.get(i));
        }
        out.write(end);
    }

    private void copy(Path path, OutputStream out) throws IOException {
        try (var file = FileChannel.open(path)) {
            var piece = new byte[PIECE];
            write(out, span -> copy(file, span, piece, out));
        }
    }

    private static void copy(FileChannel file, Span span, byte[] piece, OutputStream out) throws IOException {
        long at = span.from();
        while (at < span.to()) {
            int read = file.read(ByteBuffer.wrap(piece, 0, (int) Math.min(PIECE, span.to() - at)), at);
            if (read < 0) {
                throw new EOFException("the file became shorter while parts of it were sent");
            }
            out.write(piece, 0, read);
            at += read;
        }
    }
}
