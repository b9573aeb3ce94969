/**
 * How a thing comes from one state to the next: each transition is declared once, and the declaration gives the
 * refusal, what a person is offered, and the words of the API's description.
 */
@NullMarked
package ma.maydan.starter.lifecycle;

import org.jspecify.annotations.NullMarked;
