package ma.maydan.events.speaker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.events.speaker.Speaker.Status;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.testkit.rules.LifeCycleTable;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Actor EDITOR = new Actor("editor", false, false).with(MemberRole.EDITOR);
    private static final LocalizedText TEXT = LocalizedText.of("نص", "Texte", "Text");

    @Test
    void theLifeCycleIsTheOneThatIsWritten() {
        var actors = Map.of(
                "stranger",
                new Actor("stranger", false, false),
                "viewer",
                new Actor("viewer", false, false).with(MemberRole.VIEWER),
                "editor",
                EDITOR,
                "owner",
                new Actor("owner", false, false).with(MemberRole.OWNER),
                "officer",
                new Actor("officer", true, false),
                "admin",
                new Actor("admin", true, true),
                "admin*",
                new Actor("admin", true, true).with(MemberRole.VIEWER),
                "machine",
                new Actor(null, false, false));
        LifeCycleTable.assertHeld(
                SpeakerTest.class,
                "speaker-life-cycle.txt",
                SpeakerTransition.values(),
                SpeakerTransition::code,
                List.of("DRAFT", "PUBLISHED", "HIDDEN"),
                (transition, state, actor) ->
                        in(Status.valueOf(state)).take(transition, requireNonNull(actors.get(actor)), NOW));
    }

    @Test
    void itIsSeenWhileItIsPublishedAndItsOrganizationVerified() {
        var published = in(Status.PUBLISHED);
        assertThat(published.isPublic()).isTrue();
        assertThat(published.owner().slot()).as("a draft's slot is free again").isNull();
        assertThat(in(Status.HIDDEN).isPublic()).isFalse();

        var suspended = published.with(published.owner().with(new Standing(false, 2)));
        assertThat(suspended.statusNow()).isEqualTo(Status.SUSPENDED);
        var draft = in(Status.DRAFT);
        assertThatThrownBy(() -> draft.with(draft.owner().with(new Standing(false, 2)))
                        .take(SpeakerTransition.PUBLISH, EDITOR, NOW))
                .hasMessage("organization-not-verified");
    }

    @Test
    void whatWasSeenTellsOfEachChange() {
        var later = NOW.plusSeconds(60);
        assertThat(in(Status.DRAFT)
                        .edit(content("Zoé"), EDITOR, later)
                        .state()
                        .stage()
                        .publicChangeAt())
                .isNull();
        assertThat(in(Status.HIDDEN)
                        .edit(content("Zoé"), EDITOR, later)
                        .state()
                        .stage()
                        .publicChangeAt())
                .isEqualTo(later);
    }

    @Test
    void namesAreSortedWithoutCaseAndAccents() {
        assertThat(draft("Élodie").sortName()).isEqualTo("elodie");
        assertThat(draft("élan").sortName()).isLessThan(draft("Fatima").sortName());
    }

    private static Speaker in(Status status) {
        return switch (status) {
            case DRAFT -> draft("Amina");
            case PUBLISHED ->
                draft("Amina").take(SpeakerTransition.PUBLISH, EDITOR, NOW).state();
            case HIDDEN ->
                in(Status.PUBLISHED).take(SpeakerTransition.HIDE, EDITOR, NOW).state();
            case SUSPENDED -> throw new IllegalArgumentException("Never kept");
        };
    }

    private static Speaker draft(String name) {
        var owner = Owner.of("host", new Standing(true, 1)).holding("host:1");
        return Speaker.draft("speaker", owner, content(name), NOW).state();
    }

    private static SpeakerContent content(String name) {
        return new SpeakerContent(LocalizedText.of("أمينة", name, name), TEXT, List.of(), null);
    }
}
