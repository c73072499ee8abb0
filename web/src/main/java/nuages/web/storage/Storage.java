package nuages.web.storage;

import java.io.IOException;
import java.io.InputStream;
import nuages.web.http.Key;
import nuages.web.http.NotFound;
import nuages.web.http.Response;

/**
 * Keeps files by name. A name is a path with slashes, such as {@code avatars/7.png}: without {@code .} and {@code ..},
 * without a backslash or a control character, no segment empty, longer than 255 bytes or with a dot in front. Threads share
 * it.
 */
public interface Storage {
    /** The storage of a site, as its views find it: {@code request.attribute(Storage.KEY)}. */
    Key<Storage> KEY = Key.of("storage");

    /**
     * Keeps a file under a name, or under one like it if there is a file of that name: nothing is ever written over. The
     * file is there as a whole or not at all.
     *
     * @return the name it has now; keep that one
     * @throws IllegalArgumentException if a file cannot have such a name
     */
    String save(String name, InputStream content) throws IOException;

    /**
     * The content of a file; whoever opens it closes it.
     *
     * @throws NotFound if there is no such file
     */
    InputStream open(String name) throws IOException;

    /** Whether there is such a file. */
    boolean exists(String name) throws IOException;

    /** Removes a file, if there is one. */
    void delete(String name) throws IOException;

    /**
     * How many bytes a file has.
     *
     * @throws NotFound if there is no such file
     */
    long size(String name) throws IOException;

    /** Where browsers find a file. */
    String url(String name);

    /**
     * A file as an answer. As it came from outside, a browser that shows it runs nothing that is in it.
     *
     * @throws NotFound if there is no such file
     */
    Response response(String name) throws IOException;
}
