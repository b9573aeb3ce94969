/** Lists as files, for spreadsheets. */
@NullMarked
package ma.maydan.portal.export;

import org.jspecify.annotations.NullMarked;
