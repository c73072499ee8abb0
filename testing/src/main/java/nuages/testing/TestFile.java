package nuages.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload, as the value of a form's field.
 *
 * @param name its name, as the visitor's machine calls it
 * @param contentType what the browser says it is
 * @param content its bytes; the array is not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a test has no use for a copy
public record TestFile(String name, String contentType, byte[] content) {
    /** A file of plain text. */
    public static TestFile of(String name, String text) {
        return new TestFile(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TestFile it
                && it.name.equals(name)
                && it.contentType.equals(contentType)
                && Arrays.equals(it.content, content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, contentType, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return name + " (" + contentType + ", " + content.length + " bytes)";
    }
}
