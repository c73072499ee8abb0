/**
 * Files that belong to a site and its apps, in folders and on the class path: the first folder that has a name has its way. And
 * what names of files are on disk, in whichever locale.
 */
@NullMarked
package nuages.web.resource;

import org.jspecify.annotations.NullMarked;
