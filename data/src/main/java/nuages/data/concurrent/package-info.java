/** What many threads change at a time. Knows nothing of databases; for this module and the server. */
@NullMarked
package nuages.data.concurrent;

import org.jspecify.annotations.NullMarked;
