/**
 * Styles, scripts and images. While a site is developed they are served from where they are; for production they are
 * collected into one folder, under names that change with their content, so that browsers keep them for good.
 */
@NullMarked
package nuages.web.staticfile;

import org.jspecify.annotations.NullMarked;
