/** Files that belong to a site and its apps, in folders and on the class path: the first folder that has a name has its way. */
@NullMarked
package nuages.web.resource;

import org.jspecify.annotations.NullMarked;
