package ma.maydan.starter.notice;

import java.time.Instant;
import java.util.List;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.mongo.Codecs;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a change has told to people, written with it.
 *
 * @param kind of its texts, such as {@code event.cancelled}
 * @param reason why somebody decided so
 * @param when what it is about takes place
 * @param insteadOf when it was to take place before
 * @param written what somebody writes to them; null for what the portal says by itself
 */
public record Telling(
        String kind,
        NoticeSubject about,
        @Nullable Reason reason,
        @Nullable Instant when,
        @Nullable Instant insteadOf,
        @Nullable Written written,
        List<Told> to) {

    static final String WORK = "notice";

    public Telling {
        to = List.copyOf(to);
    }

    public static Telling of(String kind, String section, String id, LocalizedText name) {
        return new Telling(kind, new NoticeSubject(section, id, name), null, null, null, null, List.of());
    }

    public Telling because(@Nullable Reason given) {
        return new Telling(kind, about, given, when, insteadOf, written, to);
    }

    public Telling at(Instant time) {
        return new Telling(kind, about, reason, time, insteadOf, written, to);
    }

    public Telling insteadOf(Instant time) {
        return new Telling(kind, about, reason, when, time, written, to);
    }

    public Telling saying(Written words) {
        return new Telling(kind, about, reason, when, insteadOf, words, to);
    }

    public Telling to(List<Told> told) {
        return new Telling(kind, about, reason, when, insteadOf, written, told);
    }

    /** The same work, in which these are not told; null when nobody else is. */
    public static @Nullable Due sparing(Due due, Told spared) {
        if (!due.kind().equals(WORK)) {
            return due;
        }
        var telling = Codecs.decode(due.data(), Telling.class);
        var others = telling.to.stream().filter(one -> !one.equals(spared)).toList();
        return others.isEmpty() ? null : new Due(WORK, due.subject(), due.at(), Codecs.encode(telling.to(others)));
    }

    /**
     * The work of telling it, once for each version of an aggregate.
     *
     * @param now when it happened
     */
    public Due due(String aggregate, long version, Instant now) {
        return new Due(WORK, aggregate + ":" + version + ":" + kind, now, Codecs.encode(this));
    }
}
