@NullMarked
package ma.maydan.starter.thing;

import org.jspecify.annotations.NullMarked;
