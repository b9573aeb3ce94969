/** Rules that hold for every application and every aggregate. */
@NullMarked
package ma.maydan.testkit.rules;

import org.jspecify.annotations.NullMarked;
