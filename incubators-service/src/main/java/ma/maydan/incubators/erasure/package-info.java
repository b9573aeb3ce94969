/** A person asks to be erased, everywhere: asked for, confirmed by mail, taken back or carried out by all services. */
@NullMarked
package ma.maydan.incubators.erasure;

import org.jspecify.annotations.NullMarked;
