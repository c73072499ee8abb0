/** What differs from one database to another, told in words and statements: nothing in here holds a connection. */
@NullMarked
package nuages.data.dialect;

import org.jspecify.annotations.NullMarked;
