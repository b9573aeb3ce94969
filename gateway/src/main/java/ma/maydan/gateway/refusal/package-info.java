/** What the gateway answers by itself: problem details for programs, small pages for people. */
@NullMarked
package ma.maydan.gateway.refusal;

import org.jspecify.annotations.NullMarked;
