/** Things of the domain as sentences. */
@NullMarked
package ma.maydan.testkit.builders;

import org.jspecify.annotations.NullMarked;
