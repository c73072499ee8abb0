/** Text that visitors carry and cannot change: signed with the project's secret key, in Django's formats. */
@NullMarked
package nuages.web.signing;

import org.jspecify.annotations.NullMarked;
