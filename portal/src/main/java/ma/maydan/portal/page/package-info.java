/** What every page shares: language, visitor, address, dates, assets. */
@NullMarked
package ma.maydan.portal.page;

import org.jspecify.annotations.NullMarked;
