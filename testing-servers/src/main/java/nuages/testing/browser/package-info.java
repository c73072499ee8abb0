/** A real browser without a window, and what can be asked of the page it shows. */
@NullMarked
package nuages.testing.browser;

import org.jspecify.annotations.NullMarked;
