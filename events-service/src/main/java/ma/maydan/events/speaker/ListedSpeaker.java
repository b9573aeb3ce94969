package ma.maydan.events.speaker;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import ma.maydan.starter.security.Caller;

/** What the public list tells: a speaker, or that one went away since. */
@Schema(oneOf = {SpeakerView.class, ListedSpeaker.Gone.class})
sealed interface ListedSpeaker permits SpeakerView, ListedSpeaker.Gone {

    /**
     * A speaker that everybody saw and only its organization and the cluster see now.
     *
     * @param status HIDDEN, or SUSPENDED while its organization is not verified
     * @param updatedAt when it went away
     */
    @Schema(name = "GoneSpeaker")
    record Gone(String id, long version, Speaker.Status status, Instant updatedAt) implements ListedSpeaker {}

    static ListedSpeaker of(SpeakerService.Presented presented, Caller caller) {
        var speaker = presented.speaker();
        return speaker.isPublic()
                ? SpeakerView.of(presented, caller)
                : new Gone(speaker.id(), speaker.version(), speaker.statusNow(), speaker.changedAt());
    }
}
