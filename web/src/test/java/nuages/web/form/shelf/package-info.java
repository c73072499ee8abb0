/** Models for the forms of the tests. */
@NullMarked
package nuages.web.form.shelf;

import org.jspecify.annotations.NullMarked;
