@NullMarked
package ma.maydan.starter.cluster;

import org.jspecify.annotations.NullMarked;
