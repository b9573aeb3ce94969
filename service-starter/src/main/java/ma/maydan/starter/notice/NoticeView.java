package ma.maydan.starter.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its person reads it.
 *
 * @param words in the caller's language
 * @param at when it happened
 */
record NoticeView(String id, String kind, NoticeWords words, NoticeSubject about, Instant at, boolean unread) {

    /** @param reason why somebody decided so, where somebody has */
    record NoticeWords(String title, String text, @Nullable String reason) {}
}
