package ma.maydan.incubators.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.document.Pdf;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Organizations")
class ReceiptController {

    private final OrganizationService organizations;
    private final String portal;

    ReceiptController(OrganizationService organizations, @Value("${maydan.portal-uri}") String portal) {
        this.organizations = organizations;
        this.portal = portal;
    }

    /**
     * What a receipt says to whoever has it: when something was received, and not from whom.
     *
     * @param id the number on it
     */
    record ReceiptView(String id, Instant receivedAt) {}

    @GetMapping("/receipts/{id}")
    @Allow(Allow.To.ANYONE)
    @Operation(
            summary = "When the cluster received what a receipt is for, for whoever has its number; nothing of whom",
            description = "404 for a number that was never given.")
    ReceiptView confirm(@PathVariable String id) {
        return organizations
                .withReceipt(id)
                .flatMap(organization -> organization.stage().cases().withReceipt(id))
                .map(file -> new ReceiptView(
                        id, Objects.requireNonNull(file.submission()).at()))
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping(value = "/organizations/{id}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allow(Allow.To.PERSON)
    @Operation(
            summary = "That an organization was submitted for verification, and when, for its members and the staff",
            description =
                    "In the language that lang names (ar, fr, en), or Accept-Language; 404 before it is submitted and"
                            + " after it is rejected.")
    ResponseEntity<byte[]> receipt(
            @PathVariable String id,
            @RequestParam(required = false) @Pattern(regexp = "ar|fr|en", message = "{receipt.language}") @Nullable
                    String lang,
            Locale accepted,
            Caller caller) {
        var actor = Actor.of(caller);
        var organization = organizations.get(id, actor);
        if (!organization.isInsider(actor)) {
            throw ProblemException.notFound();
        }
        var receipt = Receipt.of(organization).orElseThrow(ProblemException::notFound);
        var pdf = Pdf.of(receipt.in(lang == null ? accepted : Locale.of(lang), portal));
        return ResponseEntity.ok()
                .eTag("\"" + UUID.nameUUIDFromBytes(pdf) + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(receipt.number() + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }
}
