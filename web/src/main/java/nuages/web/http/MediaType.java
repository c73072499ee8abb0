package nuages.web.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** What a body is, as {@code Content-Type} tells it. */
final class MediaType {
    private MediaType() {}

    /** The type without its parameters, in lower case. */
    static String essence(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String essence) {
        return essence.equals("application/json") || (essence.startsWith("application/") && essence.endsWith("+json"));
    }

    /** The character set that is named, or UTF-8. */
    static Charset charset(String contentType) {
        int from = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (from < 0) {
            return StandardCharsets.UTF_8;
        }
        int semicolon = contentType.indexOf(';', from);
        String name = contentType
                .substring(from + "charset=".length(), semicolon < 0 ? contentType.length() : semicolon)
                .replace("\"", "")
                .strip();
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the body is in an unknown character set: send UTF-8", e);
        }
    }

    /** What a file is, by the end of its name; bytes if that does not tell. */
    static String ofFile(Path file) {
        Path name = file.getFileName();
        return ofName(name == null ? "" : name.toString());
    }

    /** What a file of that name is. */
    static String ofName(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "html", "htm" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js", "mjs" -> "text/javascript; charset=utf-8";
            case "txt", "log" -> "text/plain; charset=utf-8";
            case "md" -> "text/markdown; charset=utf-8";
            case "csv" -> "text/csv; charset=utf-8";
            case "xml" -> "application/xml";
            case "json", "map" -> "application/json";
            case "webmanifest" -> "application/manifest+json";
            case "wasm" -> "application/wasm";
            case "pdf" -> "application/pdf";
            case "zip" -> "application/zip";
            case "gz" -> "application/gzip";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            case "avif" -> "image/avif";
            case "ico" -> "image/x-icon";
            case "woff" -> "font/woff";
            case "woff2" -> "font/woff2";
            case "ttf" -> "font/ttf";
            case "otf" -> "font/otf";
            case "mp3" -> "audio/mpeg";
            case "ogg" -> "audio/ogg";
            case "mp4" -> "video/mp4";
            case "webm" -> "video/webm";
            default -> "application/octet-stream";
        };
    }
}
