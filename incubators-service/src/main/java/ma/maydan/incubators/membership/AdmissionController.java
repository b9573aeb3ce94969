package ma.maydan.incubators.membership;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Members")
class AdmissionController {

    private final AdmissionService requests;

    AdmissionController(AdmissionService requests) {
        this.requests = requests;
    }

    @Bean
    static LifeCycle<?, ?, ?> admissionLifeCycle() {
        return AdmissionTransition.LIFE_CYCLE;
    }

    @PostMapping("/organizations/{organizationId}/join-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Creates
    @Allow(To.PERSON)
    @Operation(
            summary = "The caller asks to belong to a verified organization, whose owners answer within 14 days",
            description =
                    "The owners read the caller's name and address. 10 a day of a person; 409 already-asked while one is"
                            + " open and for 30 days after it was refused, already-member.")
    ResponseEntity<AdmissionView> ask(@PathVariable String organizationId, NewId id, Caller caller) {
        var request = requests.ask(id.value(), organizationId, Actor.of(caller));
        return ResponseEntity.created(URI.create("/api/v1/join-requests/" + request.id()))
                .body(request);
    }

    @GetMapping("/organizations/{organizationId}/join-requests")
    @Allow(To.PERSON)
    @Operation(summary = "Who asks to belong to an organization, the longest waiting first; for its owners")
    Page<AdmissionView> list(@PathVariable String organizationId, Paging paging, Caller caller) {
        return requests.ofOrganization(organizationId, Actor.of(caller), paging);
    }

    @GetMapping("/me/join-requests")
    @Allow(To.PERSON)
    @Operation(summary = "What the caller has asked for and nobody has answered, the longest waiting first")
    Page<AdmissionView> mine(Paging paging, Caller caller) {
        return requests.ofCaller(Actor.of(caller), paging);
    }

    @GetMapping("/join-requests/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "A request to join, for who asked and for the owners of the organization")
    AdmissionView get(@PathVariable String id, Caller caller) {
        return requests.get(id, Actor.of(caller));
    }

    @PostMapping("/join-requests/{id}/accept")
    @Allow(To.PERSON)
    @Operation(summary = "An owner lets in who asks, with a role; they are told")
    AdmissionView accept(
            @PathVariable String id, ExpectedVersion expected, @Valid @RequestBody RoleRequest request, Caller caller) {
        return requests.accept(id, request.role(), expected, Actor.of(caller));
    }

    @PostMapping("/join-requests/{id}/refuse")
    @Allow(To.PERSON)
    @Operation(summary = "An owner refuses who asks, who reads why")
    AdmissionView refuse(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return requests.change(
                id,
                expected,
                Actor.of(caller),
                (request, organization, actor, now) -> request.refuse(Reason.of(reason), organization, actor, now));
    }

    @PostMapping("/join-requests/{id}/withdraw")
    @Allow(To.PERSON)
    @Operation(summary = "Who asked takes it back")
    AdmissionView withdraw(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return requests.change(id, expected, Actor.of(caller), Admission::withdraw);
    }
}
