/** Partnerships: list, page, form. */
@NullMarked
package ma.maydan.portal.partnerships;

import org.jspecify.annotations.NullMarked;
