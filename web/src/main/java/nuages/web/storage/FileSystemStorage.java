package nuages.web.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import nuages.web.http.NotFound;
import nuages.web.http.Response;
import nuages.web.resource.NamedFile;
import org.jspecify.annotations.Nullable;

/** Keeps files in a folder and those below it. What is outside of it is not reached, by symbolic links neither. */
public final class FileSystemStorage implements Storage {
    private static final int ATTEMPTS = 20;

    private final Path root;
    private final String url;

    private FileSystemStorage(Path root, String url) {
        this.root = root;
        this.url = url;
    }

    /**
     * Files in a folder, which is made when it is needed.
     *
     * @param url where browsers find them, with a slash at its end: {@code /media/}
     */
    public static FileSystemStorage at(Path folder, String url) {
        return new FileSystemStorage(folder.toAbsolutePath().normalize(), StoredName.base(url));
    }

    @Override
    public String save(String name, InputStream content) throws IOException {
        Path folder = folder(StoredName.checked(name), place(name));
        Path unfinished = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel out =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(out));
                out.force(true);
            }
            return named(unfinished, name);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The folder of a file, made if it is missing; it is inside, wherever links lead. */
    private Path folder(String name, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file cannot be kept as \"" + name + "\": it has no folder");
        }
        Files.createDirectories(root);
        Path inside = root.toRealPath();
        if (!existing(folder).toRealPath().startsWith(inside)) {
            throw new IllegalArgumentException(
                    "a file cannot be kept as \"" + name + "\": a link leads out of the folder of this storage");
        }
        Files.createDirectories(folder);
        return folder;
    }

    /** The nearest folder above that is there. */
    private Path existing(Path folder) {
        Path parent = folder.getParent();
        if (parent == null || folder.equals(root) || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return folder;
        }
        return existing(parent);
    }

    /** Gives a finished file a name that nobody has. */
    private String named(Path finished, String name) throws IOException {
        String free = name;
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                appear(finished, place(free));
                return free;
            } catch (FileAlreadyExistsException taken) {
                free = StoredName.another(name);
            }
        }
        throw new FileAlreadyExistsException(name, null, "and " + ATTEMPTS + " names like it: give it another name");
    }

    /** A link takes the name and has the content at once; file systems without links have an empty file for a moment. */
    private static void appear(Path finished, Path file) throws IOException {
        try {
            Files.createLink(file, finished);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            Files.createFile(file);
            try {
                Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
        }
    }

    private Path place(String name) {
        return NamedFile.in(root, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a file cannot be kept as \"" + name + "\": no file of this system can have such a name"));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(found(name));
    }

    @Override
    public boolean exists(String name) throws IOException {
        return find(name) != null;
    }

    @Override
    public void delete(String name) throws IOException {
        if (find(name) != null) {
            Files.deleteIfExists(place(name));
        }
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(found(name));
    }

    @Override
    public String url(String name) {
        return StoredName.url(url, name);
    }

    @Override
    public Response response(String name) throws IOException {
        return Outside.guarded(Response.file(found(name)));
    }

    private Path found(String name) throws IOException {
        Path file = find(name);
        if (file == null) {
            throw new NotFound("there is no file of that name in this storage");
        }
        return file;
    }

    private @Nullable Path find(String name) throws IOException {
        Path place = StoredName.isGood(name) ? NamedFile.in(root, name).orElse(null) : null;
        if (place == null || !Files.isRegularFile(place)) {
            return null;
        }
        try {
            Path file = place.toRealPath();
            return file.startsWith(root.toRealPath()) ? file : null;
        } catch (NoSuchFileException missing) {
            return null; // somebody has removed it in between
        }
    }
}
