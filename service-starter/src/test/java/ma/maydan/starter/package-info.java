@NullMarked
package ma.maydan.starter;

import org.jspecify.annotations.NullMarked;
