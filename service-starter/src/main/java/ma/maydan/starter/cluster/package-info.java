/** The organization that runs the portal. */
@NullMarked
package ma.maydan.starter.cluster;

import org.jspecify.annotations.NullMarked;
