package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Region;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The verified organizations, as people look for them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Organizations")
class DirectoryController {

    private final OrganizationService organizations;

    DirectoryController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @GetMapping("/organizations")
    @Allow(value = Allow.To.ANYONE, scope = "registry.organizations.read")
    @Operation(
            summary =
                    "The verified organizations, the latest confirmed first, or with q the best first; with updatedAfter what"
                            + " changed since, the oldest change first, and of what went away its id and state")
    Page<ListedOrganization> list(
            @RequestParam(required = false) @Nullable SearchText q,
            @RequestParam(required = false) @Nullable OrganizationKind kind,
            @RequestParam(required = false) @Nullable Sector sector,
            @RequestParam(required = false) @Nullable StartupStage stage,
            @RequestParam(required = false)
                    @Pattern(regexp = Region.PATTERN, message = "{organization.region}")
                    @Nullable
                    String region,
            @Parameter(description = "Those with the partner badge alone") @RequestParam(defaultValue = "false")
                    boolean partner,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "confirmed",
                                                "-confirmed",
                                                "verifiedAt",
                                                "-verifiedAt",
                                                "slug",
                                                "-slug"
                                            }),
                            description = "Without q")
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @RequestParam(required = false) @Nullable Instant updatedAfter,
            Paging paging,
            Caller caller) {
        var facets = new DirectoryFacets(kind, sector, stage, region, partner);
        var asked = new DirectoryStore.Asked(q, facets, sort, updatedAfter);
        asked.check();
        return organizations.listed(asked, Actor.of(caller), paging);
    }

    @GetMapping("/organization-figures")
    @Allow(value = Allow.To.ANYONE, scope = "registry.organizations.read")
    @Operation(
            summary = "How many organizations the list of them has, by each thing that it can be narrowed by",
            description =
                    "The values of each are counted as if the list were not narrowed by that. They are of one moment, a second"
                            + " ago at most.")
    DirectoryFigures.Figures figures(
            @RequestParam(required = false) @Nullable OrganizationKind kind,
            @RequestParam(required = false) @Nullable Sector sector,
            @RequestParam(required = false) @Nullable StartupStage stage,
            @RequestParam(required = false)
                    @Pattern(regexp = Region.PATTERN, message = "{organization.region}")
                    @Nullable
                    String region,
            @RequestParam(defaultValue = "false") boolean partner,
            Caller caller) {
        return organizations.figures(new DirectoryFacets(kind, sector, stage, region, partner), Actor.of(caller));
    }
}
