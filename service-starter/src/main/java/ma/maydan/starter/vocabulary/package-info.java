/** Words that every service uses alike: each list of codes stands here once. */
@NullMarked
package ma.maydan.starter.vocabulary;

import org.jspecify.annotations.NullMarked;
