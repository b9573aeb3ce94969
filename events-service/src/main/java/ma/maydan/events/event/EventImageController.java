package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import ma.maydan.starter.file.PictureSize;
import ma.maydan.starter.file.PictureUse;
import ma.maydan.starter.file.Pictures;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Violations;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What events look like. */
@RestController
@RequestMapping("/api/v1/events/{id}/image")
@Tag(name = "Events")
class EventImageController {

    private static final PictureUse USE = new PictureUse(1600, 640);

    private final EventService events;
    private final EventSteps steps;
    private final EventViews views;
    private final Pictures pictures;

    EventImageController(EventService events, EventSteps steps, EventViews views, Pictures pictures) {
        this.events = events;
        this.steps = steps;
        this.views = views;
        this.pictures = pictures;
    }

    /** @param alt what can be seen, for who does not see it */
    record ImageRequest(@Given(max = 300) LocalizedText alt) {}

    @GetMapping(produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(summary = "The picture of an event, for whoever sees that; 640 pixels a side at most, or 1600")
    ResponseEntity<Resource> show(
            @PathVariable String id,
            @RequestParam(defaultValue = "LARGE") PictureSize size,
            @RequestParam(required = false) @Nullable String file,
            Caller caller,
            HttpServletRequest request) {
        var event = events.require(id, caller).event();
        return pictures.show(event.imageFile(), size, file, event.isPublic(), request);
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allow(To.PERSON)
    @Operation(
            summary =
                    "Gives an event a picture, a JPEG or PNG of 10 MB at most; without a file it keeps the one it has",
            description = "It is written anew, in two sizes, without what else was in the file.")
    EventView replace(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @Valid @RequestPart ImageRequest details,
            Errors wrong,
            Caller caller) {
        var beside = Violations.of(wrong, ImageRequest.class);
        var changed = steps.illustrate(
                id, expected, kept -> new EventImage(fileOf(kept, file, beside), details.alt()), caller);
        return views.of(changed, caller);
    }

    /** @param beside what is wrong with the words: told together with what is wrong with the file */
    private String fileOf(@Nullable String kept, @Nullable MultipartFile file, List<FieldProblem> beside) {
        if (kept == null || file != null && !file.isEmpty()) {
            return pictures.keep(file, USE, beside);
        }
        if (!beside.isEmpty()) {
            throw ProblemException.invalidFields(beside);
        }
        return kept;
    }

    @DeleteMapping
    @Allow(To.PERSON)
    @Operation(summary = "Takes the picture away")
    EventView remove(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(steps.illustrate(id, expected, kept -> null, caller), caller);
    }
}
