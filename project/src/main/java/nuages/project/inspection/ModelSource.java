package nuages.project.inspection;

/**
 * The source of a model.
 *
 * @param path where it belongs below a folder of sources: {@code polls/Question.java}
 * @param text what stands in it
 */
public record ModelSource(String path, String text) {}
