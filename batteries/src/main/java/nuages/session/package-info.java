/** What a site remembers of a visitor from one request to the next. */
@NullMarked
package nuages.session;

import org.jspecify.annotations.NullMarked;
