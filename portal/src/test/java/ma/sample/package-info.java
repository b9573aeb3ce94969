/** A kind of thing that only a test knows. */
@NullMarked
package ma.sample;

import org.jspecify.annotations.NullMarked;
