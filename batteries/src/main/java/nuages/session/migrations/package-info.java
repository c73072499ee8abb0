/** What became of the models of app {@code sessions}, step by step: the same as in Django, under the same names. */
@NullMarked
package nuages.session.migrations;

import org.jspecify.annotations.NullMarked;
