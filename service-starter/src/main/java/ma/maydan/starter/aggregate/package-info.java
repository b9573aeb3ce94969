/** Aggregates: one document each, whose change and event are one write. */
@NullMarked
package ma.maydan.starter.aggregate;

import org.jspecify.annotations.NullMarked;
