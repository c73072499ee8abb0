package nuages.web.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.MalformedStreamException;

/**
 * A form that was sent in parts, as {@code multipart/form-data} (RFC 7578): its texts and its files.
 *
 * @param fields the texts by name, in the order they were sent
 * @param files the files
 */
public record Multipart(Map<String, List<String>> fields, Files files) {
    private static final int BUFFER = 8192;
    private static final String BOUNDARY_CHARACTERS = "'()+_,-./:=? ";

    /**
     * Reads a form as it arrives.
     *
     * @param contentType the header of the body
     * @param fieldBytes the most bytes that all texts together may have
     * @param fields the most texts
     * @throws InvalidUpload if it is broken, or there is too much of it
     * @throws IOException if it does not arrive; no file of it is left then, nor in any other case of failure
     */
    public static Multipart read(
            InputStream body, String contentType, UploadSettings settings, int fieldBytes, int fields)
            throws IOException {
        var reading = new Reading(settings, fieldBytes, fields);
        boolean whole = false;
        try {
            reading.all(input(body, boundary(contentType), settings));
            whole = true;
            return new Multipart(reading.texts, new Files(reading.uploads));
        } catch (FileUploadSizeException e) {
            throw InvalidUpload.tooLarge("a part of the form has more than " + settings.headerBytes()
                    + " bytes of header fields; uploads.headerBytes allows more");
        } catch (MalformedStreamException e) {
            throw InvalidUpload.broken(
                    "the form ends too early, or its parts are not divided by the boundary that its Content-Type names",
                    e);
        } finally {
            if (!whole) {
                reading.uploads.forEach(Upload::release);
            }
        }
    }

    private static MultipartInput input(InputStream body, byte[] boundary, UploadSettings settings) throws IOException {
        // The library looks for a boundary behind the end of a line; with one in front, it finds the first one too.
        var fromNewLine = new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\r', '\n'}), body);
        MultipartInput input = MultipartInput.builder()
                .setInputStream(fromNewLine)
                .setBufferSize(BUFFER)
                .setBoundary(boundary)
                .setMaxPartHeaderSize(settings.headerBytes())
                .get();
        input.setHeaderCharset(StandardCharsets.ISO_8859_1);
        return input;
    }

    /** RFC 2046, section 5.1.1. */
    private static byte[] boundary(String contentType) {
        String boundary = HeaderValue.parameter(contentType, "boundary").orElse("");
        boolean good = !boundary.isEmpty()
                && boundary.length() <= 70
                && !boundary.endsWith(" ")
                && boundary.chars()
                        .allMatch(
                                c -> c < 128 && (Character.isLetterOrDigit(c) || BOUNDARY_CHARACTERS.indexOf(c) >= 0));
        if (!good) {
            throw InvalidUpload.broken(
                    "the Content-Type of the form names no boundary of 1 to 70 plain characters: "
                            + PartHead.shown(contentType),
                    null);
        }
        return boundary.getBytes(StandardCharsets.US_ASCII);
    }

    /** What has been read so far. */
    private static final class Reading {
        private final UploadSettings settings;
        private final int fieldBytes;
        private final int fields;
        private final Map<String, List<String>> texts = new LinkedHashMap<>();
        private final List<Upload> uploads = new ArrayList<>();
        private int textsRead;
        private int filesRead;
        private int textBytes;

        Reading(UploadSettings settings, int fieldBytes, int fields) {
            this.settings = settings;
            this.fieldBytes = fieldBytes;
            this.fields = fields;
        }

        void all(MultipartInput input) throws IOException {
            input.discardBodyData();
            while (input.readBoundary()) {
                PartHead head = PartHead.parse(input.readHeaders());
                if (head.filename() == null) {
                    text(head, input);
                } else {
                    file(head, head.filename(), input);
                }
            }
        }

        private void text(PartHead head, MultipartInput input) throws IOException {
            if (++textsRead > fields) {
                throw InvalidUpload.broken( // as of a form that is one part
                        "the form has more than " + fields + " fields; raise the limit if that is wanted", null);
            }
            var bytes = new ByteArrayOutputStream();
            copy(
                    input,
                    bytes,
                    fieldBytes - textBytes,
                    "the fields of the form have more than " + fieldBytes
                            + " bytes; raise the limit if that is wanted");
            textBytes += bytes.size();
            texts.computeIfAbsent(head.name(), absent -> new ArrayList<>(1)).add(head.text(bytes.toByteArray()));
        }

        private void file(PartHead head, String filename, MultipartInput input) throws IOException {
            if (++filesRead > settings.files()) {
                throw InvalidUpload.tooLarge(
                        "the form has more than " + settings.files() + " files; uploads.files allows more");
            }
            String type = HeaderValue.essence(head.contentType());
            var content = new Spool(settings);
            var upload = new Upload(
                    head.name(), SafeName.of(filename), type.isEmpty() ? "application/octet-stream" : type, content);
            uploads.add(upload);
            copy(
                    input,
                    content,
                    settings.fileBytes(),
                    "the file " + PartHead.shown(upload.filename()) + " has more than " + settings.fileBytes()
                            + " bytes; uploads.fileBytes allows more");
            if (filename.isEmpty() && content.size() == 0) {
                uploads.remove(upload); // a file field that was left empty
            }
        }

        private static void copy(MultipartInput input, OutputStream to, long most, String otherwise)
                throws IOException {
            var buffer = new byte[BUFFER];
            long rest = most;
            InputStream part = input.newInputStream(); // to close it would read what is too large
            for (int count = part.read(buffer); count >= 0; count = part.read(buffer)) {
                rest -= count;
                if (rest < 0) {
                    throw InvalidUpload.tooLarge(otherwise);
                }
                to.write(buffer, 0, count);
            }
        }
    }
}
