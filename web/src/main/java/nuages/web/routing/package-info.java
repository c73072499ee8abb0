/** URLs: which view answers which, and which URL leads to a view. */
@NullMarked
package nuages.web.routing;

import org.jspecify.annotations.NullMarked;
