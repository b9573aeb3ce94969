@NullMarked
package ma.maydan.starter.mongo;

import org.jspecify.annotations.NullMarked;
