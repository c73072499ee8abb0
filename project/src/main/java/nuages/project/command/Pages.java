package nuages.project.command;

import nuages.web.staticfile.StaticFiles;
import nuages.web.template.Templates;

/**
 * What the pages of a site are made with. Threads share it.
 *
 * @param templates its templates
 * @param files its styles, scripts and images
 */
public record Pages(Templates templates, StaticFiles files) {}
