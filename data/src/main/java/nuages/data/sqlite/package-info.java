/** Functions that SQLite lacks, written in Java and given to each of its connections. */
@NullMarked
package nuages.data.sqlite;

import org.jspecify.annotations.NullMarked;
