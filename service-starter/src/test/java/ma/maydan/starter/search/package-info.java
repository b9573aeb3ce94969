@NullMarked
package ma.maydan.starter.search;

import org.jspecify.annotations.NullMarked;
