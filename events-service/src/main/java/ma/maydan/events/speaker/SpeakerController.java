package ma.maydan.events.speaker;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Speakers")
class SpeakerController {

    private final SpeakerService speakers;

    SpeakerController(SpeakerService speakers) {
        this.speakers = speakers;
    }

    @Bean
    static LifeCycle<?, ?, ?> speakerLifeCycle() {
        return SpeakerTransition.LIFE_CYCLE;
    }

    @GetMapping("/speakers")
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(
            summary =
                    "The published speakers of verified organizations, by name, or with q the best first; with updatedAfter"
                            + " what changed since, the oldest change first, and of what went away its id and state")
    Page<ListedSpeaker> list(
            @RequestParam(required = false) @Nullable SearchText q,
            @RequestParam(required = false) @Nullable String organizationId,
            @RequestParam(required = false) @Nullable Instant updatedAfter,
            Paging paging,
            Caller caller) {
        SearchText.requireNoneOf(q, updatedAfter);
        var page = updatedAfter == null
                ? speakers.published(q, organizationId, paging)
                : speakers.changed(organizationId, updatedAfter, paging);
        return page.map(presented -> ListedSpeaker.of(presented, caller));
    }

    @GetMapping("/speakers/{id}")
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(summary = "One speaker: published, of one's own organization, or any for the cluster's staff")
    SpeakerView get(@PathVariable String id, Caller caller) {
        return SpeakerView.of(speakers.require(id, caller), caller);
    }

    @GetMapping("/me/speakers")
    @Allow(To.PERSON)
    @Operation(summary = "The speakers of the caller's organizations, in any state, by name")
    Page<SpeakerView> mine(Paging paging, Caller caller) {
        return speakers.ofCaller(caller, paging).map(presented -> SpeakerView.of(presented, caller));
    }

    @PostMapping("/speakers")
    @Creates
    @Allow(To.PERSON)
    @Operation(summary = "An editor of a verified organization creates a speaker as a draft")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SpeakerView> create(
            @Validated({Default.class, Creating.class}) @RequestBody SpeakerRequest request, NewId id, Caller caller) {
        var organization = Objects.requireNonNull(request.organizationId());
        var created = speakers.create(id.value(), organization, request.content(), caller);
        return ResponseEntity.created(URI.create("/api/v1/speakers/" + id.value()))
                .body(SpeakerView.of(created, caller));
    }

    @PutMapping("/speakers/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "Replaces what is said of a speaker")
    SpeakerView edit(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody SpeakerRequest request,
            Caller caller) {
        var edited = speakers.edit(id, expected, request.organizationId(), request.content(), caller);
        return SpeakerView.of(edited, caller);
    }

    @PostMapping("/speakers/{id}/publish")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the organization shows the speaker to everybody")
    SpeakerView publish(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return SpeakerView.of(speakers.take(SpeakerTransition.PUBLISH, id, expected, caller), caller);
    }

    @PostMapping("/speakers/{id}/hide")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the organization takes the speaker off the lists, until it is published again")
    SpeakerView hide(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return SpeakerView.of(speakers.take(SpeakerTransition.HIDE, id, expected, caller), caller);
    }

    @DeleteMapping("/speakers/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the organization deletes a draft, of which nothing stays")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        speakers.delete(id, expected, caller);
    }
}
