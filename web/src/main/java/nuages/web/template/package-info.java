/**
 * Pages as templates: a name and a model become text. What templates can do beyond their engine is a {@link
 * nuages.web.template.TemplateFunction function} or a {@link nuages.web.template.TemplateFilter filter} of the {@link
 * nuages.web.template.TemplateSettings settings}; another engine is another {@link nuages.web.template.TemplateEngine}.
 */
@NullMarked
package nuages.web.template;

import org.jspecify.annotations.NullMarked;
