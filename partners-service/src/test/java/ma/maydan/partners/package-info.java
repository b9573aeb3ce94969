@NullMarked
package ma.maydan.partners;

import org.jspecify.annotations.NullMarked;
