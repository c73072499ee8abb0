/** Long lists, one page at a time: by number, or from one row on. */
@NullMarked
package nuages.web.page;

import org.jspecify.annotations.NullMarked;
