/** What the connection layer promises, shown on real databases. */
@NullMarked
package nuages.data.connection;

import org.jspecify.annotations.NullMarked;
