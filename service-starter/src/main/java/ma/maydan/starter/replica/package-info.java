/** Copies of other services' aggregates, fed by their events. */
@NullMarked
package ma.maydan.starter.replica;

import org.jspecify.annotations.NullMarked;
