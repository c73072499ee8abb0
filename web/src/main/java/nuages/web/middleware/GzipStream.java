package nuages.web.middleware;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes gzip (RFC 1952) with a file name of random length in its head: so the length of the whole tells nobody who can only
 * measure it whether a guess of his stands in the same page as a secret. What is flushed can be read by the client at once.
 */
final class GzipStream extends OutputStream {
    private static final int LONGEST_NAME = 100;
    private static final int BUFFER = 8 * 1024;
    private static final int HAS_NAME = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] single = new byte[1];
    private long length;

    /** Writes to a stream that it never closes, with a deflater that is somebody else's. */
    GzipStream(OutputStream out, Deflater deflater) throws IOException {
        this.out = out;
        this.deflater = deflater;
        var head = new byte[10 + 1 + RANDOM.nextInt(LONGEST_NAME) + 1];
        head[0] = 0x1f;
        head[1] = (byte) 0x8b;
        head[2] = Deflater.DEFLATED;
        head[3] = HAS_NAME;
        head[9] = (byte) 255; // made on no operating system in particular
        Arrays.fill(head, 10, head.length - 1, (byte) 'a');
        out.write(head);
    }

    @Override
    public void write(int octet) throws IOException {
        single[0] = (byte) octet;
        write(single, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        checksum.update(bytes, from, count);
        length += count;
        deflater.setInput(bytes, from, count);
        drain(Deflater.NO_FLUSH);
    }

    @Override
    public void flush() throws IOException {
        drain(Deflater.SYNC_FLUSH);
        out.flush();
    }

    /** Writes what is left, and the end. */
    void finish() throws IOException {
        deflater.finish();
        drain(Deflater.NO_FLUSH);
        var tail = new byte[8];
        little(tail, 0, checksum.getValue());
        little(tail, 4, length);
        out.write(tail);
    }

    private void drain(int flush) throws IOException {
        for (int count = deflater.deflate(buffer, 0, BUFFER, flush);
                count > 0;
                count = deflater.deflate(buffer, 0, BUFFER, flush)) {
            out.write(buffer, 0, count);
        }
    }

    private static void little(byte[] target, int at, long value) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
