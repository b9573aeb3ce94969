package ma.maydan.events.message;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.maydan.events.registration.Recipients.Group;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;

/**
 * What a host writes, and to whom.
 *
 * @param to where those stand who are told
 */
record MessageRequest(
        @NotNull @Size(min = 1, max = 4) List<@NotNull Group> to,
        @Given(max = 150) LocalizedText subject,

        @Schema(description = "Markdown: paragraphs, lists, bold, italics and links, whose addresses are shown")
        @Given(max = 2000, lines = true)
        LocalizedText text) {}
