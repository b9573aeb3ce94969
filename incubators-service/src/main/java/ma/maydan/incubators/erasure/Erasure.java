package ma.maydan.incubators.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What one person has asked for: that nothing of them is held any more.
 *
 * @param links the SHA-256 of what the letters lead to, the latest ones; empty once one was followed
 * @param receipts the services that have erased all that they held
 */
public record Erasure(
        @BsonId String id,
        long version,
        Who who,
        Stage stage,
        List<String> links,
        List<String> receipts,
        Instant updatedAt)
        implements Aggregate {

    /** In which a person takes it back; nothing changes meanwhile. */
    static final Duration GRACE = Duration.ofDays(14);

    /** In which a letter is answered. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(1);

    /** The work of sending the letter, of ending what nobody confirms, of giving the order, of closing the account. */
    static final String LETTER = "erasure.letter";

    static final String LAPSE = "erasure.lapse";
    static final String ORDER = "erasure.order";
    static final String ACCOUNT = "erasure.account";

    static final LocalizedText NAME = new LocalizedText("ميدان", "Maydan", "Maydan");

    enum Status {
        ASKED,
        CONFIRMED,
        /** All services are at it; it cannot be taken back. */
        ORDERED,
        COMPLETED,
        TAKEN_BACK,
        /** Nobody confirmed it. */
        LAPSED,
        /** On its day the person was the last owner of an organization, or the last admin of the cluster. */
        REFUSED;

        boolean isOpen() {
            return this == ASKED || this == CONFIRMED || this == ORDERED;
        }
    }

    /**
     * Whose it is.
     *
     * @param person null when it has come to its end, one way or another
     * @param fingerprint what remains of the id
     * @param activeKey the fingerprint while it is open: unique, and absent afterwards
     */
    public record Who(
            @Nullable String person,
            String fingerprint,
            @Nullable String activeKey) {

        private Who gone() {
            return new Who(null, fingerprint, null);
        }
    }

    /** @param dueAt when the order is given, since it is confirmed */
    public record Stage(
            Status status, Instant askedAt, @Nullable Instant dueAt) {}

    static Change<Erasure> asked(String id, String person, String fingerprint, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var who = new Who(person, fingerprint, fingerprint);
        return new Erasure(id, 1, who, new Stage(Status.ASKED, at, null), List.of(), List.of(), at)
                .tell("asked")
                .and(List.of(Due.at(LETTER, id, at), Due.at(LAPSE, id, at.plus(ANSWERED_WITHIN))));
    }

    Change<Erasure> confirmed(Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var due = at.plus(GRACE);
        var next = new Erasure(
                id, version + 1, who, new Stage(Status.CONFIRMED, stage.askedAt, due), List.of(), receipts, at);
        return next.tell("confirmed")
                .and(List.of(Due.at(ORDER, id, due), Due.never(LAPSE, id), next.notice("confirmed", due)));
    }

    Change<Erasure> takenBack(Instant now) {
        var notice = notice("taken_back", now);
        return ended(Status.TAKEN_BACK, now)
                .tell("taken_back")
                .and(List.of(Due.never(ORDER, id), Due.never(LAPSE, id), notice));
    }

    Change<Erasure> lapsed(Instant now) {
        return ended(Status.LAPSED, now).tell("lapsed");
    }

    Change<Erasure> refused(Instant now) {
        return ended(Status.REFUSED, now).tell("refused").and(notice("refused", now));
    }

    Change<Erasure> ordered(Instant now) {
        return to(who, Status.ORDERED, receipts, now).tell("ordered");
    }

    /** @param all the services that hold something of people */
    Change<Erasure> receipt(String service, Collection<String> all, Instant now) {
        var kept =
                Stream.concat(receipts.stream(), Stream.of(service)).distinct().toList();
        var change = to(who, stage.status, kept, now).tell("receipt_kept");
        return kept.containsAll(all) ? change.and(Due.at(ACCOUNT, id, now)) : change;
    }

    /** Nothing but the fingerprint remains. */
    Change<Erasure> completed(Instant now) {
        return ended(Status.COMPLETED, now).tell("completed");
    }

    boolean is(Status status) {
        return stage.status == status;
    }

    private Erasure ended(Status status, Instant now) {
        return to(who.gone(), status, receipts, now);
    }

    private Erasure to(Who whose, Status status, List<String> kept, Instant now) {
        return new Erasure(
                id,
                version + 1,
                whose,
                new Stage(status, stage.askedAt, stage.dueAt),
                List.of(),
                kept,
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    private Due notice(String what, Instant when) {
        return Telling.of("erasure." + what, "me", "erasure", NAME)
                .at(when)
                .to(List.of(Told.person(String.valueOf(who.person))))
                .due(id, version, updatedAt);
    }

    private Change<Erasure> tell(String what) {
        return new Change<>(this, "erasure." + what, snapshot());
    }

    Snapshot snapshot() {
        var ordered = is(Status.ORDERED);
        return new Snapshot(
                id,
                stage.status,
                ordered || is(Status.COMPLETED) ? who.fingerprint : null,
                ordered ? who.person : null);
    }

    /** What the services learn: the person of an order alone, and of one who only asked nothing at all. */
    record Snapshot(
            String id,
            Status status,
            @Nullable String fingerprint,
            @Nullable String person) {}
}
