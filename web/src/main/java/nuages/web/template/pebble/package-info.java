/** Templates in the language of Pebble, which is much that of Django's. */
@NullMarked
package nuages.web.template.pebble;

import org.jspecify.annotations.NullMarked;
