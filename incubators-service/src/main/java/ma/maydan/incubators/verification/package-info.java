/** How the cluster verifies organizations: the queue of cases and the decisions on them. */
@NullMarked
package ma.maydan.incubators.verification;

import org.jspecify.annotations.NullMarked;
