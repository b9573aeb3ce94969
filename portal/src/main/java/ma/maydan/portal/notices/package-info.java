/** What a person has been told. */
@NullMarked
package ma.maydan.portal.notices;

import org.jspecify.annotations.NullMarked;
