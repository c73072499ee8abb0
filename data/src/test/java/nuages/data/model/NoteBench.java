package nuages.data.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import nuages.data.model.notes.Folder;
import nuages.data.model.notes.Note;
import nuages.data.query.Condition;
import nuages.testing.servers.Kind;

/** Notes to be asked for. */
final class NoteBench {
    private NoteBench() {}

    static void run(Kind kind, Runnable test) {
        Site.run(kind, test, Folder.class, Note.class);
    }

    static Folder folder(String name) {
        return Folder.objects.create(it -> it.name = name);
    }

    static Note note(Folder folder, String title, Consumer<Note> fields) {
        return Note.objects.create(it -> {
            it.folder = Ref.to(folder);
            it.title = title;
            fields.accept(it);
        });
    }

    /** Notes with these titles, in a folder of their own. */
    static void notes(String... titles) {
        var folder = folder("notes");
        for (var title : titles) {
            note(folder, title, _ -> {});
        }
    }

    /** Three notes with numbers, in two folders. */
    static void numbers() {
        var first = folder("first");
        var second = folder("second");
        note(first, "a", it -> numbers(it, 1, 10, "1.50", 0.5));
        note(first, "b", it -> numbers(it, 2, 20, "2.25", 1.5));
        note(second, "c", it -> numbers(it, -7, 4, "10.00", 4));
    }

    private static void numbers(Note note, int stars, long size, String price, double weight) {
        note.stars = stars;
        note.size = size;
        note.price = new BigDecimal(price);
        note.weight = weight;
        note.rating = stars < 0 ? null : stars;
        note.done = stars > 1;
    }

    /** The titles of the notes for which a condition holds, in order of their keys. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static List<String> found(Condition<Note>... conditions) {
        return Note.objects.filter(conditions).list().stream()
                .sorted((a, b) -> Long.compare(a.id, b.id))
                .map(it -> it.title)
                .toList();
    }
}
