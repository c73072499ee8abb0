package nuages.web.http;

import nuages.web.upload.UploadSettings;

/**
 * How much of a request is taken into memory when a view asks for it as a whole. More than that is answered with 413,
 * or 400 for too many parameters. The server's own limits on a body hold before these.
 *
 * @param bytes of a body, for {@code bytes()}, {@code text()}, {@code json()} and {@code form()}; of a form with files
 *     those of its fields
 * @param parameters in a query or a form
 * @param uploads of the files that are sent along with a form
 */
public record Limits(int bytes, int parameters, UploadSettings uploads) {
    /** 2.5 MiB, 1000 parameters, and the usual files. */
    public static final Limits USUAL = new Limits(2_621_440, 1000);

    /** Limits with the usual files. */
    public Limits(int bytes, int parameters) {
        this(bytes, parameters, UploadSettings.standard());
    }

    /** These limits with others for files. */
    public Limits with(UploadSettings changed) {
        return new Limits(bytes, parameters, changed);
    }

    public Limits {
        if (bytes < 0 || bytes == Integer.MAX_VALUE || parameters < 0) {
            throw new IllegalArgumentException(
                    "limits of " + bytes + " bytes and " + parameters + " parameters: neither may be negative");
        }
    }
}
