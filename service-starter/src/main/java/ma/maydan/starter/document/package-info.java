/** Documents to keep, as PDF in the three languages (ADR 28). */
@NullMarked
package ma.maydan.starter.document;

import org.jspecify.annotations.NullMarked;
