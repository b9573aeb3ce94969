package ma.maydan.incubators.program;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Sector;
import org.jspecify.annotations.Nullable;

/** A program as its editors send it. */
record ProgramRequest(
        @NotBlank @Size(max = 100) String organizationId,
        @Given(max = 200) LocalizedText title,
        @Given(max = 4000, lines = true) LocalizedText summary,
        @NotNull ProgramKind kind,
        @NotNull ProgramMode mode,
        @NotEmpty @Size(max = 3) List<@NotNull Language> languages,
        @NotNull @Size(max = 19) List<@NotNull Sector> sectors,

        @Schema(description = "What each participant can get, in whole dirhams (MAD); absent for none")
        @Min(1)
        @Max(ProgramContent.MOST_FUNDING)
        @Nullable
        Integer funding) {

    ProgramContent content() {
        return new ProgramContent(title, summary, kind, mode, sectors, languages, funding);
    }
}
