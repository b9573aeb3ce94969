package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import ma.maydan.starter.file.PictureSize;
import ma.maydan.starter.file.PictureUse;
import ma.maydan.starter.file.Pictures;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What organizations look like. */
@RestController
@RequestMapping("/api/v1/organizations/{id}/logo")
@Tag(name = "Organizations")
class OrganizationLogoController {

    private static final PictureUse USE = new PictureUse(512, 160);

    private final OrganizationService organizations;
    private final Pictures pictures;

    OrganizationLogoController(OrganizationService organizations, Pictures pictures) {
        this.organizations = organizations;
        this.pictures = pictures;
    }

    @GetMapping(produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Allow(value = To.ANYONE, scope = "registry.organizations.read")
    @Operation(summary = "The logo of an organization, for whoever sees that; 160 pixels a side at most, or 512")
    ResponseEntity<Resource> show(
            @PathVariable String id,
            @RequestParam(defaultValue = "LARGE") PictureSize size,
            @RequestParam(required = false) @Nullable String file,
            Caller caller,
            HttpServletRequest request) {
        var organization = organizations.get(id, Actor.of(caller));
        return pictures.show(organization.profile().logo(), size, file, organization.isPublic(), request);
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allow(To.PERSON)
    @Operation(
            summary = "Gives an organization a logo, a JPEG or PNG of 10 MB at most",
            description = "It is written anew, in two sizes, without what else was in the file.")
    OrganizationView replace(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestPart(required = false) @Nullable MultipartFile file,
            Caller caller) {
        return illustrate(id, expected, () -> pictures.keep(file, USE), caller);
    }

    @DeleteMapping
    @Allow(To.PERSON)
    @Operation(summary = "Takes the logo away")
    OrganizationView remove(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return illustrate(id, expected, () -> null, caller);
    }

    private OrganizationView illustrate(
            String id, ExpectedVersion expected, Supplier<@Nullable String> logo, Caller caller) {
        var actor = Actor.of(caller);
        return organizations.seen(organizations.illustrate(id, expected, logo, actor), actor);
    }
}
