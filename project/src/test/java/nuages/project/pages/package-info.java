/** An app with pages, as a user would write it. */
@NullMarked
package nuages.project.pages;

import org.jspecify.annotations.NullMarked;
