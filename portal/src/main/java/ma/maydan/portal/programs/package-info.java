/** Programs: list, page, form. */
@NullMarked
package ma.maydan.portal.programs;

import org.jspecify.annotations.NullMarked;
