package ma.maydan.starter.notice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.maydan.starter.mongo.Codecs;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.FinalFailureException;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Tells people what a {@link Telling} says: writes each a notice and asks for its mail. */
final class NoticeHandler implements WorkHandler {

    private final NoticeStore notices;
    private final WorkStore work;
    private final Clock clock;
    private final Map<String, Audience> audiences;
    private final Predicate<String> erased;

    /** @param erased who is told nothing any more */
    NoticeHandler(
            NoticeStore notices, WorkStore work, Clock clock, List<Audience> audiences, Predicate<String> erased) {
        this.notices = notices;
        this.work = work;
        this.clock = clock;
        this.erased = erased;
        this.audiences = audiences.stream().collect(Collectors.toMap(Audience::name, Function.identity()));
    }

    @Override
    public String kind() {
        return Telling.WORK;
    }

    @Override
    public void run(Work piece, Lease lease) {
        var telling = Codecs.decode(piece.data(), Telling.class);
        var begun = piece.data().getInt32("audience", new BsonInt32(0)).getValue();
        for (var at = begun; at < telling.to().size(); at++) {
            var told = telling.to().get(at);
            var cursor = at == begun && piece.data().containsKey("cursor")
                    ? piece.data().getString("cursor").getValue()
                    : null;
            do {
                var people = people(told, cursor);
                people.items().forEach(person -> tell(piece, telling, person));
                cursor = people.nextCursor();
                lease.keep(progress(piece, at, cursor));
            } while (cursor != null);
        }
    }

    private Page<String> people(Told told, @Nullable String cursor) {
        if (told.audience().equals(Told.PERSON)) {
            return new Page<>(List.of(told.id()), null);
        }
        var audience = audiences.get(told.audience());
        if (audience == null) {
            throw new FinalFailureException("There is no audience " + told.audience(), null);
        }
        return audience.people(told.id(), cursor);
    }

    private void tell(Work piece, Telling telling, String person) {
        if (person.equals(PersonalData.ERASED) || erased.test(person)) {
            return;
        }
        var notice = Notice.of(piece.subject(), telling, person, piece.dueAt());
        notices.keep(notice);
        work.put(Due.at(MailHandler.WORK, notice.id(), clock.instant()), 1);
    }

    /** Whoever goes on tells the next page; with the last of an audience the next audience. */
    private static BsonDocument progress(Work piece, int audience, @Nullable String cursor) {
        var progress = piece.data().clone();
        progress.put("audience", new BsonInt32(cursor == null ? audience + 1 : audience));
        if (cursor == null) {
            progress.remove("cursor");
        } else {
            progress.put("cursor", new BsonString(cursor));
        }
        return progress;
    }
}
