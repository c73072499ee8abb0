package nuages.web.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a form by the names of their fields, in the order they were sent. */
public final class Files {
    private static final Files NONE = new Files(List.of());

    private final Map<String, List<Upload>> byField = new LinkedHashMap<>();

    Files(List<Upload> uploads) {
        uploads.forEach(it -> byField.computeIfAbsent(it.field(), absent -> new ArrayList<>(1))
                .add(it));
        byField.replaceAll((field, sent) -> Collections.unmodifiableList(sent));
    }

    /** No file. */
    public static Files none() {
        return NONE;
    }

    /** The file of that field; the last one, if there are more. A field that was left empty has none. */
    public Optional<Upload> file(String field) {
        List<Upload> sent = files(field);
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }

    /** All files of that field, in order. */
    public List<Upload> files(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The fields that have files, each once. */
    public Set<String> fields() {
        return Collections.unmodifiableSet(byField.keySet());
    }

    /** All files. */
    public List<Upload> all() {
        return byField.values().stream().flatMap(List::stream).toList();
    }

    /** Forgets all of them: the request has ended. */
    public void release() {
        byField.values().forEach(sent -> sent.forEach(Upload::release));
    }

    @Override
    public String toString() {
        return byField.toString();
    }
}
