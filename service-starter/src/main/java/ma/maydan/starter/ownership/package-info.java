/** What belongs to an organization, and is seen while that is in good standing. */
@NullMarked
package ma.maydan.starter.ownership;

import org.jspecify.annotations.NullMarked;
