/** Where files are kept that visitors have sent: a folder, memory, or what else a site has. */
@NullMarked
package nuages.web.storage;

import org.jspecify.annotations.NullMarked;
