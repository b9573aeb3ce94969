/** Programs of incubators and other operators, from draft to publication. */
@NullMarked
package ma.maydan.incubators.program;

import org.jspecify.annotations.NullMarked;
