/** What a site tells a visitor on the next page: that something was saved, or why it was not. */
@NullMarked
package nuages.message;

import org.jspecify.annotations.NullMarked;
