package ma.maydan.incubators.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/erasure")
@Tag(name = "Erasure", description = "The end of an account, and of all that is held of its person")
class ErasureController {

    private final ErasureService erasures;

    ErasureController(ErasureService erasures) {
        this.erasures = erasures;
    }

    /** An organization that has no other owner. */
    record OwnedAlone(String id, LocalizedText legalName) {}

    /**
     * @param status ASKED, CONFIRMED or ORDERED; null when nothing was asked for
     * @param dueAt until when it can be taken back, since it is confirmed
     * @param lastOwnerOf what has to have another owner first
     * @param lastAdmin whether the cluster has to have another admin first
     */
    record ErasureView(
            @Nullable String status,
            @Nullable Instant askedAt,
            @Nullable Instant dueAt,
            List<OwnedAlone> lastOwnerOf,
            boolean lastAdmin) {}

    /** @param link the last part of the address in the mail */
    record ErasureConfirmation(@NotNull @Size(max = 100) String link) {}

    @GetMapping
    @Allow(To.PERSON)
    @Operation(summary = "Whether the caller has asked to be erased, and what has to be done before")
    ErasureView get(Caller caller) {
        var person = caller.requireId();
        var owned = erasures.lastOwnerOf(person).stream()
                .map(one -> new OwnedAlone(one.id(), one.profile().legalName()))
                .toList();
        return erasures.open(person)
                .map(it -> view(it, owned))
                .orElseGet(() ->
                        new ErasureView(null, null, null, owned, caller.isAdmin() && erasures.isLastAdmin(person)));
    }

    @PostMapping
    @Allow(To.PERSON)
    @Operation(
            summary = "The caller asks to be erased; a mail comes with a link to confirm it, which is good for a day",
            description = "Asked again it changes nothing. 409 last-owner while an organization has no other owner, and"
                    + " last-admin while the cluster has no other admin who stays.")
    ErasureView ask(Caller caller) {
        return view(erasures.ask(caller), List.of());
    }

    @PostMapping("/confirm")
    @Allow(To.PERSON)
    @Operation(summary = "The caller confirms it by what the mail leads to; 14 days later it is carried out")
    ErasureView confirm(@Valid @RequestBody ErasureConfirmation request, Caller caller) {
        return view(erasures.confirm(caller, request.link), List.of());
    }

    @PostMapping("/take-back")
    @Allow(To.PERSON)
    @Operation(summary = "The caller takes it back, until it is carried out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Caller caller) {
        erasures.takeBack(caller.requireId());
    }

    private static ErasureView view(Erasure erasure, List<OwnedAlone> owned) {
        return new ErasureView(
                erasure.stage().status().name(),
                erasure.stage().askedAt(),
                erasure.stage().dueAt(),
                owned,
                false);
    }
}
