/** What stands around every view of a site, ready to be put into a stack. */
@NullMarked
package nuages.web.middleware;

import org.jspecify.annotations.NullMarked;
