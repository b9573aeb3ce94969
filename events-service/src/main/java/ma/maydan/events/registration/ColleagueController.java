package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The seats of an organization. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class ColleagueController {

    private final Colleagues colleagues;
    private final Groups groups;
    private final Named named;
    private final RegistrationViews views;

    ColleagueController(Colleagues colleagues, Groups groups, Named named, RegistrationViews views) {
        this.colleagues = colleagues;
        this.groups = groups;
        this.named = named;
        this.views = views;
    }

    @GetMapping("/me/registrations/colleagues")
    @Allow(To.PERSON)
    @Operation(
            summary =
                    "What the organizations that the caller edits for have taken at events that are not over, the next"
                            + " event first")
    Page<RegistrationView> mine(
            @Parameter(description = "Those at this one alone") @RequestParam(required = false) @Nullable
                    String eventId,
            Paging paging,
            Caller caller) {
        return views.of(colleagues.ofCaller(eventId, caller, paging), caller);
    }

    @PostMapping("/events/{eventId}/registration-groups")
    @Creates(keptByWhatIsCreated = true)
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of an organization takes several seats at once, or places in the waiting list, for"
                    + " people who are named later",
            description =
                    "Together, all of them are taken or all wait until there are so many; else as many as there are, and the others wait one by one")
    @ResponseStatus(HttpStatus.CREATED)
    Page<RegistrationView> takeGroup(
            @PathVariable String eventId, @Valid @RequestBody GroupRequest request, NewId id, Caller caller) {
        return views.of(new Page<>(groups.register(id, eventId, request, caller), null), caller);
    }

    @PostMapping("/registrations/{id}/name")
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the organization that took it says who comes, in place of nobody or of somebody"
                    + " else; the seat or place stays")
    RegistrationView name(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ColleagueRequest colleague,
            Caller caller) {
        return views.of(named.name(id, expected, colleague, caller), caller);
    }
}
