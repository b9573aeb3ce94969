/** Whatever goes wrong, as pages. */
@NullMarked
package ma.maydan.portal.error;

import org.jspecify.annotations.NullMarked;
