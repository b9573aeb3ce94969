/** What every page shares: language, visitor, address, dates, assets, errors. */
@NullMarked
package ma.maydan.portal.page;

import org.jspecify.annotations.NullMarked;
