@NullMarked
package ma.maydan.starter.paging;

import org.jspecify.annotations.NullMarked;
