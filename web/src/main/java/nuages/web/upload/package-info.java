/** Files that were sent along with a form: kept in memory or on disk until their request ends. */
@NullMarked
package nuages.web.upload;

import org.jspecify.annotations.NullMarked;
