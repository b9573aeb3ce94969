/** What cannot be run without images or a cluster is held against the applications here: names, ports, variables. */
@NullMarked
package ma.maydan.system.deployment;

import org.jspecify.annotations.NullMarked;
