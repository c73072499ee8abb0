/** Templates in the language of Pebble, which is much that of Django's, read as the HTML that they will be. */
@NullMarked
package nuages.web.template.pebble;

import org.jspecify.annotations.NullMarked;
