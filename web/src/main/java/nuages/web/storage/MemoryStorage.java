package nuages.web.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nuages.web.http.NotFound;
import nuages.web.http.Response;

/** Keeps files in memory, for tests: without bounds, and until nobody refers to it any more. */
public final class MemoryStorage implements Storage {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final String url;

    private MemoryStorage(String url) {
        this.url = url;
    }

    /**
     * No files yet.
     *
     * @param url where browsers would find them, with a slash at its end: {@code /media/}
     */
    public static MemoryStorage at(String url) {
        return new MemoryStorage(StoredName.base(url));
    }

    @Override
    public String save(String name, InputStream content) throws IOException {
        String free = StoredName.checked(name);
        byte[] bytes = content.readAllBytes();
        while (files.putIfAbsent(free, bytes) != null) {
            free = StoredName.another(name);
        }
        return free;
    }

    @Override
    public InputStream open(String name) {
        return new ByteArrayInputStream(found(name));
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(name);
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public long size(String name) {
        return found(name).length;
    }

    @Override
    public String url(String name) {
        return StoredName.url(url, name);
    }

    @Override
    public Response response(String name) {
        return Outside.guarded(Response.bytes(found(name), Response.contentTypeOf(name)));
    }

    private byte[] found(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new NotFound("there is no file of that name in this storage");
        }
        return bytes;
    }
}
