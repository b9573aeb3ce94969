package ma.maydan.events.speaker;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What organizations do with speakers. */
@Service
class SpeakerService {

    private final SpeakerStore speakers;
    private final OrganizationReplicas organizations;
    private final Clock clock;

    SpeakerService(SpeakerStore speakers, OrganizationReplicas organizations, Clock clock) {
        this.speakers = speakers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * A speaker with its organization, each read once for a request.
     *
     * @param organization null when the register has not told of it
     */
    record Presented(Speaker speaker, @Nullable OrganizationReplica organization) {

        Actor actor(Caller caller) {
            return Actor.of(caller).with(organization == null ? null : organization.roleOf(caller.id()));
        }

        private boolean isVisible(Caller caller) {
            return speaker.isPublic() || caller.isOfficer() || actor(caller).role() != null;
        }
    }

    Presented create(String id, String organizationId, SpeakerContent content, Caller caller) {
        var organization = organizations
                .find(organizationId)
                .filter(one -> one.roleOf(caller.id()) != null)
                .orElseThrow(() -> ProblemException.invalidField("/organizationId", "not-your-organization"));
        if (!Actor.of(caller).with(organization.roleOf(caller.id())).mayEdit()) {
            throw ProblemException.forbidden();
        }
        if (!organization.isVerified()) {
            throw ProblemException.conflict("organization-not-verified");
        }
        var owner = Owner.of(organizationId, organization.standing());
        var speaker = speakers.insert(Speaker.draft(id, owner, content, clock.instant()));
        // It may have lost its standing between the two, unseen by who told its speakers.
        organizations.find(organizationId).ifPresent(now -> speakers.follow(now.id(), now.standing()));
        return new Presented(speaker, organization);
    }

    /** @param organizationId null or its own: a speaker does not change hands */
    Presented edit(
            String id,
            ExpectedVersion expected,
            @Nullable String organizationId,
            SpeakerContent content,
            Caller caller) {
        return change(id, expected, caller, (speaker, actor) -> {
            var edited = speaker.edit(content, actor, clock.instant());
            if (organizationId != null && !organizationId.equals(speaker.owner().organizationId())) {
                throw ProblemException.invalidField("/organizationId", "invalid-value");
            }
            return edited;
        });
    }

    /** See {@link Speaker#illustrate}. */
    Presented illustrate(String id, ExpectedVersion expected, Supplier<@Nullable String> photo, Caller caller) {
        return change(id, expected, caller, (speaker, actor) -> speaker.illustrate(photo, actor, clock.instant()));
    }

    Presented take(SpeakerTransition transition, String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (speaker, actor) -> speaker.take(transition, actor, clock.instant()));
    }

    void delete(String id, ExpectedVersion expected, Caller caller) {
        var presented = require(id, caller);
        expected.require(presented.speaker().version());
        speakers.delete(presented.speaker().take(SpeakerTransition.DELETE, presented.actor(caller), clock.instant()));
    }

    /**
     * A speaker that this caller may see.
     *
     * @throws ProblemException 404 for every other
     */
    Presented require(String id, Caller caller) {
        var presented = presented(speakers.require(id));
        if (!presented.isVisible(caller)) {
            throw ProblemException.notFound();
        }
        return presented;
    }

    Page<Presented> published(@Nullable SearchText text, @Nullable String organizationId, Paging paging) {
        return presented(speakers.published(text, organizationId, paging));
    }

    /** See {@link SpeakerStore#changed}. */
    Page<Presented> changed(@Nullable String organizationId, Instant updatedAfter, Paging paging) {
        return presented(speakers.changed(organizationId, updatedAfter, paging));
    }

    Page<Presented> ofCaller(Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty() ? new Page<>(List.of(), null) : presented(speakers.ofOrganizations(own, paging));
    }

    private Presented change(
            String id, ExpectedVersion expected, Caller caller, BiFunction<Speaker, Actor, Change<Speaker>> step) {
        var found = require(id, caller);
        expected.require(found.speaker().version());
        var changed = speakers.update(step.apply(found.speaker(), found.actor(caller)));
        return new Presented(changed, found.organization());
    }

    private Presented presented(Speaker speaker) {
        return new Presented(
                speaker, organizations.find(speaker.owner().organizationId()).orElse(null));
    }

    private Page<Presented> presented(Page<Speaker> page) {
        Map<String, OrganizationReplica> known = organizations.findAll(page.items().stream()
                .map(speaker -> speaker.owner().organizationId())
                .distinct()
                .toList());
        return page.map(
                speaker -> new Presented(speaker, known.get(speaker.owner().organizationId())));
    }
}
