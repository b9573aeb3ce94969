/** What waits for the staff of the cluster. */
@NullMarked
package ma.maydan.portal.reviews;

import org.jspecify.annotations.NullMarked;
