package nuages.data.model.library;

import java.util.UUID;

/** Which copy of which book. */
public record CopyKey(UUID book, int number) {}
