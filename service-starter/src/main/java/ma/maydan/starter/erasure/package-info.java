/** Carries out what a person has asked for: that nothing of them is held any more. */
@NullMarked
package ma.maydan.starter.erasure;

import org.jspecify.annotations.NullMarked;
