/** What people are told: kept for them in the portal, and sent to those who want it by mail. */
@NullMarked
package ma.maydan.starter.notice;

import org.jspecify.annotations.NullMarked;
