package ma.maydan.events.speaker;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A speaker as this caller sees it.
 *
 * @param status SUSPENDED for a published one of an organization that is not verified
 * @param updatedAt when something of it changed last, also whether it is seen
 */
@Schema(name = "Speaker")
record SpeakerView(
        String id,
        long version,
        @JsonUnwrapped Organization organization,
        @JsonUnwrapped SpeakerContent content,
        Speaker.Status status,
        @JsonUnwrapped Offer offer,
        Instant updatedAt)
        implements Versioned, ListedSpeaker {

    /** @param organizationStatus its state in the register; absent when unknown */
    record Organization(
            String organizationId,
            LocalizedText organizationName,
            boolean organizationPartner,
            @Nullable String organizationStatus) {

        private static final LocalizedText UNKNOWN = new LocalizedText(null, null, null);

        static Organization of(String id, @Nullable OrganizationReplica known) {
            return known == null
                    ? new Organization(id, UNKNOWN, false, null)
                    : new Organization(id, known.legalName(), known.isPartner(), known.registrationStatus());
        }
    }

    static SpeakerView of(SpeakerService.Presented presented, Caller caller) {
        var speaker = presented.speaker();
        return new SpeakerView(
                speaker.id(),
                speaker.version(),
                Organization.of(speaker.owner().organizationId(), presented.organization()),
                speaker.content(),
                speaker.statusNow(),
                speaker.offer(presented.actor(caller)),
                speaker.changedAt());
    }
}
