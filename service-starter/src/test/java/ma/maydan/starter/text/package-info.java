@NullMarked
package ma.maydan.starter.text;

import org.jspecify.annotations.NullMarked;
