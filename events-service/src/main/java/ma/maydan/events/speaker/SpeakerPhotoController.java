package ma.maydan.events.speaker;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import ma.maydan.starter.file.PictureSize;
import ma.maydan.starter.file.PictureUse;
import ma.maydan.starter.file.Pictures;
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

/** What speakers look like. */
@RestController
@RequestMapping("/api/v1/speakers/{id}/photo")
@Tag(name = "Speakers")
class SpeakerPhotoController {

    private static final PictureUse USE = new PictureUse(800, 240);

    private final SpeakerService speakers;
    private final Pictures pictures;

    SpeakerPhotoController(SpeakerService speakers, Pictures pictures) {
        this.speakers = speakers;
        this.pictures = pictures;
    }

    @GetMapping(produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(summary = "The photo of a speaker, for whoever sees them; 240 pixels a side at most, or 800")
    ResponseEntity<Resource> show(
            @PathVariable String id,
            @RequestParam(defaultValue = "LARGE") PictureSize size,
            @RequestParam(required = false) @Nullable String file,
            Caller caller,
            HttpServletRequest request) {
        var speaker = speakers.require(id, caller).speaker();
        return pictures.show(speaker.content().photo(), size, file, speaker.isPublic(), request);
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allow(To.PERSON)
    @Operation(
            summary = "Gives a speaker a photo, a JPEG or PNG of 10 MB at most",
            description = "It is written anew, in two sizes, without what else was in the file.")
    SpeakerView replace(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestPart(required = false) @Nullable MultipartFile file,
            Caller caller) {
        return SpeakerView.of(speakers.illustrate(id, expected, () -> pictures.keep(file, USE), caller), caller);
    }

    @DeleteMapping
    @Allow(To.PERSON)
    @Operation(summary = "Takes the photo away")
    SpeakerView remove(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return SpeakerView.of(speakers.illustrate(id, expected, () -> null, caller), caller);
    }
}
