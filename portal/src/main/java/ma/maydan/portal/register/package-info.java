/** The public register: its list, and the page of one organization with what it does. */
@NullMarked
package ma.maydan.portal.register;

import org.jspecify.annotations.NullMarked;
