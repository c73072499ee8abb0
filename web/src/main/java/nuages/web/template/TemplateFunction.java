package nuages.web.template;

import org.jspecify.annotations.Nullable;

/** Something that templates can call, such as {@code {{ url('polls.detail', question.id) }}}. Threads share it. */
@FunctionalInterface
public interface TemplateFunction {
    /**
     * The value of a call. It is escaped where it is printed, unless it is {@link Markup}.
     *
     * @throws Exception if there is none; it is told with the template and its line
     */
    @Nullable
    Object call(Call call) throws Exception;

    /**
     * What is wrong with a call whose first argument is that text, as it stands in a template; null if nothing is. It is
     * told when a template is read, so before anybody asks for the page.
     */
    default @Nullable String problem(String firstArgument) {
        return null;
    }
}
