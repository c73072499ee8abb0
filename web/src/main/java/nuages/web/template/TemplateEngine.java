package nuages.web.template;

import java.util.List;

/** What understands templates. Threads share it. */
public interface TemplateEngine {
    /** Makes an engine of settings. */
    @FunctionalInterface
    interface Factory {
        /** The engine with these folders, functions and filters. The settings change no more. */
        TemplateEngine engine(TemplateSettings settings);
    }

    /**
     * The text that a template becomes.
     *
     * @throws TemplateException if there is no such template, or it is wrong, or something fails within it
     */
    String render(Rendering rendering);

    /** Whether there is a template of that whole name, such as {@code forms/field.html}. */
    default boolean has(String template) {
        return false;
    }

    /** What is wrong with any of the templates, as far as can be told without a model, a sentence each. */
    default List<String> problems() {
        return List.of();
    }
}
