/** Organizations that the staff brings into the register from a spreadsheet. */
@NullMarked
package ma.maydan.portal.imports;

import org.jspecify.annotations.NullMarked;
