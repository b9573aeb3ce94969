/** How an organization leaves the register for good: revoked by the cluster, or retired. */
@NullMarked
package ma.maydan.incubators.ending;

import org.jspecify.annotations.NullMarked;
