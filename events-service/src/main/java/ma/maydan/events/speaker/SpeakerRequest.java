package ma.maydan.events.speaker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.Line;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.Typed;
import org.jspecify.annotations.Nullable;

/** A speaker as the editors of an organization send it. Only a new one reads {@code organizationId}. */
record SpeakerRequest(
        @NotNull(groups = Creating.class, message = "{ma.maydan.starter.text.Given.required}") @Nullable
        String organizationId,

        @Given(max = 200) LocalizedText name,
        @Given(max = 4000, lines = true) LocalizedText biography,

        @Size(max = 10) @Nullable List<@NotNull @Valid Link> links) {

    record Link(
            @NotBlank @Line(max = 100) String label,

            @NotNull @Line(max = 300) @Pattern(regexp = Typed.WEB_ADDRESS, message = Typed.NO_WEB_ADDRESS)
            String address) {

        Link {
            address = address == null ? "" : Typed.address(address);
        }
    }

    SpeakerContent content() {
        var given = links == null ? List.<Link>of() : links;
        return new SpeakerContent(
                name,
                biography,
                given.stream()
                        .map(link -> new SpeakerContent.Link(link.label, link.address))
                        .toList(),
                null);
    }
}
