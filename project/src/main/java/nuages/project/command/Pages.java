package nuages.project.command;

import nuages.web.template.Templates;

/**
 * What the pages of a site are made with. Threads share it.
 *
 * @param templates its templates
 */
public record Pages(Templates templates) {}
