package nuages.web.template.pebble;

import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;
import java.io.Writer;

/** Collects a page. As {@link java.io.StringWriter}, but for one thread, and numbers are appended without a text of their own. */
final class PageWriter extends Writer implements SpecializedWriter {
    /** Room for a page of which nothing is known, in characters. */
    static final int USUAL_SIZE = 4096;

    private final StringBuilder page;

    /** With room for so many characters; more find room too. */
    PageWriter(int room) {
        this.page = new StringBuilder(room);
    }

    int size() {
        return page.length();
    }

    @Override
    public void write(int character) {
        page.append((char) character);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        page.append(characters, from, length);
    }

    @Override
    public void write(String text) {
        page.append(text);
    }

    @Override
    public void write(String text, int from, int length) {
        page.append(text, from, from + length);
    }

    @Override
    public void writeSpecialized(int number) {
        page.append(number);
    }

    @Override
    public void writeSpecialized(long number) {
        page.append(number);
    }

    @Override
    public void writeSpecialized(double number) {
        page.append(number);
    }

    @Override
    public void writeSpecialized(float number) {
        page.append(number);
    }

    @Override
    public void writeSpecialized(short number) {
        page.append(number);
    }

    @Override
    public void writeSpecialized(byte number) {
        page.append(number);
    }

    @Override
    public void writeSpecialized(char character) {
        page.append(character);
    }

    @Override
    public void writeSpecialized(String text) {
        page.append(text);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return page.toString();
    }
}
