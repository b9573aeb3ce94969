package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files with which somebody answers. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class AnswerFileController {

    private final AnswerFiles files;

    AnswerFileController(AnswerFiles files) {
        this.files = files;
    }

    @PostMapping(value = "/events/{eventId}/answer-files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allow(To.PERSON)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "The caller sends a file, a PDF, PNG or JPEG of 5 MB at most, to answer with for this event",
            description = "Its id is the answer to a question of the kind FILE. It is deleted after an hour unless an"
                    + " answer of the caller names it; sent twice, it is there twice until then.")
    AnsweredView.Sent send(
            @PathVariable String eventId, @RequestPart(required = false) @Nullable MultipartFile file, Caller caller) {
        return AnsweredView.Sent.of(files.send(eventId, file, caller));
    }

    @GetMapping(
            value = "/registrations/{id}/answer-files/{file}",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @Allow(To.PERSON)
    @Operation(
            summary = "A file that an answer names, for who reads that answer",
            description = "It is as it was sent, and nobody has looked through it: to be kept, not to be shown.")
    ResponseEntity<byte[]> read(@PathVariable String id, @PathVariable String file, Caller caller) {
        return files.read(id, file, caller).handedOut();
    }
}
