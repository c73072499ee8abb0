/** Views that every site needs, error pages first of all. */
@NullMarked
package nuages.web.view;

import org.jspecify.annotations.NullMarked;
