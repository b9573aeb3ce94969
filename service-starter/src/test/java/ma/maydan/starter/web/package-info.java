@NullMarked
package ma.maydan.starter.web;

import org.jspecify.annotations.NullMarked;
