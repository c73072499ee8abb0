package nuages.web.staticfile;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nuages.web.http.Method;
import nuages.web.http.NotFound;
import nuages.web.http.Request;
import nuages.web.http.Response;
import nuages.web.resource.Folder;
import nuages.web.storage.FileSystemStorage;
import nuages.web.storage.MemoryStorage;
import nuages.web.storage.Storage;

/** What files with names that are not ASCII come to in a Java whose locale has none; it prints ASCII. */
final class WithoutLocale {
    private WithoutLocale() {}

    public static void main(String... folders) throws Exception {
        var folder = Path.of(folders[0]);
        System.out.println("locale " + System.getProperty("sun.jnu.encoding"));
        kept(FileSystemStorage.at(folder.resolve("media"), "/media/"));
        kept(MemoryStorage.at("/media/"));
        var settings = StaticSettings.standard()
                .folder(Folder.of(folder.resolve("sources")))
                .root(folder.resolve("collected"));
        served(StaticFiles.of(settings, true));
        System.out.println(
                "collected " + new Collector(settings).collect(false).copied().size());
        served(StaticFiles.of(settings, false));
    }

    private static void kept(Storage storage) throws Exception {
        var name = storage.save("caf\u00e9.png", new ByteArrayInputStream(new byte[5]));
        System.out.println(storage.url(name) + " " + storage.exists(name) + " " + storage.size(name) + " "
                + storage.response(name).headers().first("Content-Type").orElse(""));
        storage.delete(name);
        System.out.println(storage.exists(name) + " " + storage.exists("\u00e9") + " " + storage.exists("\ud800"));
        try {
            storage.response("\u00e9");
        } catch (NotFound expected) {
            System.out.println(expected.status().code());
        }
    }

    private static void served(StaticFiles files) throws Exception {
        System.out.println(files.url("\u00e9.css"));
        for (var url : new String[] {files.url("\u00e9.css"), "/static/%C3%A8.css"}) {
            try {
                var answer = files.handle(Request.to(Method.GET, url).build(), it -> Response.text("elsewhere"));
                System.out.println(((Response.FromFile) answer).headers().first("Content-Type")
                        + Files.readString(((Response.FromFile) answer).path(), StandardCharsets.US_ASCII));
            } catch (NotFound expected) {
                System.out.println(expected.status().code());
            }
        }
    }
}
