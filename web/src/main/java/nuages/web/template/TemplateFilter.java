package nuages.web.template;

import org.jspecify.annotations.Nullable;

/** Something that templates can put behind a value, such as {@code {{ question.published | date('j M Y') }}}. Threads share it. */
@FunctionalInterface
public interface TemplateFilter {
    /**
     * The value in its new shape. It is escaped where it is printed, unless it is {@link Markup}.
     *
     * @param value what stands before it; null if that has no value
     * @param call the arguments behind its name
     * @throws Exception if there is none; it is told with the template and its line
     */
    @Nullable
    Object apply(@Nullable Object value, Call call) throws Exception;
}
