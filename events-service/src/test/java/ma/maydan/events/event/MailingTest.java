package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When those who have a seat are told what, as the work that a change of the event asks for. */
class MailingTest {

    private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
    private static final Instant NOW = Instant.parse("2026-12-09T12:00:00Z");
    private static final String BEGINS = "2026-12-10T10:00";
    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");
    private static final Actor EDITOR = new Actor("editor", false, false).with(MemberRole.OWNER);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Mailing NOTHING = new Mailing(List.of(), null, null);

    @Test
    void whoHasASeatIsRemindedADayBeforeWhereTheHostSaysNothing() {
        assertThat(new Wording(TEXT, null).mailing().reminders()).containsExactly(24);
        assertThat(new Mailing(List.of(2, 48, 2), null, 5)).isEqualTo(new Mailing(List.of(48, 2), null, null));
        assertThat(new Mailing(List.of(), TEXT, null).followUpHours()).isEqualTo(24);
    }

    @Test
    void publishingAsksForEachReminderThatIsStillToComeAndForWhatFollows() {
        assertThat(due(publish(at(BEGINS, new Mailing(List.of(2, 24, 12), TEXT, 3)))))
                .containsEntry("event.reminder:e", null)
                .containsEntry("event.reminder:e:1", Instant.parse("2026-12-09T22:00:00Z"))
                .containsEntry("event.reminder:e:2", Instant.parse("2026-12-10T08:00:00Z"))
                .containsEntry("event.follow_up:e", Instant.parse("2026-12-10T15:00:00Z"));
        assertThat(due(publish(at(BEGINS, NOTHING))))
                .containsEntry("event.reminder:e", null)
                .containsEntry("event.reminder:e:2", null)
                .containsEntry("event.follow_up:e", null);
    }

    @Test
    void anotherTimeMovesThemAndSoDoOtherReminders() {
        var published = publish(at(BEGINS, new Mailing(List.of(2), TEXT, 1))).state();

        assertThat(due(published.edit(at("2026-12-20T10:00", new Mailing(List.of(2), TEXT, 1)), EDITOR, true, NOW)))
                .containsEntry("event.reminder:e", Instant.parse("2026-12-20T08:00:00Z"))
                .containsEntry("event.follow_up:e", Instant.parse("2026-12-20T13:00:00Z"));
        assertThat(due(published.edit(at(BEGINS, new Mailing(List.of(6, 3), null, null)), EDITOR, false, NOW)))
                .containsEntry("event.reminder:e", Instant.parse("2026-12-10T04:00:00Z"))
                .containsEntry("event.reminder:e:1", Instant.parse("2026-12-10T07:00:00Z"))
                .containsEntry("event.follow_up:e", null);
        var texts = at(BEGINS, published.content().wording().mailing());
        assertThat(due(published.edit(texts, EDITOR, false, NOW))).doesNotContainKey("event.reminder:e");
    }

    @Test
    void nothingIsToldOfWhatIsCancelled() {
        var published = publish(at(BEGINS, new Mailing(List.of(2), TEXT, 1))).state();

        assertThat(due(published.take(EventTransition.CANCEL, EDITOR, new Reason(ReasonCode.OTHER, TEXT), NOW)))
                .containsEntry("event.reminder:e", null)
                .containsEntry("event.reminder:e:1", null)
                .containsEntry("event.reminder:e:2", null)
                .containsEntry("event.follow_up:e", null);
    }

    @Test
    void whatIsWrittenAfterwardsIsWrittenInArabicAndFrenchToo() {
        var content = at(BEGINS, new Mailing(List.of(), new LocalizedText(null, null, "Slides"), 1));

        assertThat(content.missing()).extracting("pointer").containsExactly("/followUp/ar", "/followUp/fr");
        assertThat(content.forEverybody().wording().mailing().followUp()).isNull();
    }

    private static Change<Event> publish(EventContent content) {
        var draft = Event.draft("e", Owner.of("host", new Standing(true, 1)), content, NOW);
        var submitted = draft.state().take(EventTransition.SUBMIT, EDITOR, NOW);
        return submitted.state().take(EventTransition.PUBLISH, OFFICER, NOW);
    }

    private static EventContent at(String begins, Mailing mailing) {
        var start = LocalDateTime.parse(begins);
        return new EventContent(
                new Wording(TEXT, TEXT, List.of(), mailing),
                Event.Kind.WORKSHOP,
                Event.Format.ONLINE,
                Schedule.of(start, start.plusHours(2), MOROCCO),
                new Place("MA-06", null),
                Reach.EVERYBODY,
                new Seating(10, Seating.Admission.OPEN, null, Window.ALWAYS));
    }

    /** When what is due, by kind and subject. */
    private static Map<String, @Nullable Instant> due(Change<Event> change) {
        var all = new HashMap<String, @Nullable Instant>();
        change.due().forEach((Due one) -> all.put(one.kind() + ":" + one.subject(), one.at()));
        return all;
    }
}
