/** Where a database is and how many connections there may be, as URLs and settings say it. */
@NullMarked
package nuages.data.settings;

import org.jspecify.annotations.NullMarked;
