package ma.maydan.events.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages of the host of an event to those who are registered. */
@RestController
@RequestMapping("/api/v1/events/{eventId}/messages")
@Tag(name = "Messages")
class MessageController {

    private final MessageService service;

    MessageController(MessageService service) {
        this.service = service;
    }

    @PostMapping
    @Creates
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the host writes to those who are registered, by where they stand",
            description =
                    "From publication until 30 days after the event is over or cancelled; 5 messages at most about"
                            + " an event on a day. Each person is told once, and who wrote it gets the same.")
    @ResponseStatus(HttpStatus.CREATED)
    MessageView send(
            @PathVariable String eventId, @Valid @RequestBody MessageRequest request, NewId id, Caller caller) {
        return MessageView.of(service.send(id, eventId, request, caller));
    }

    @PostMapping("/preview")
    @Allow(To.PERSON)
    @Operation(summary = "How a message would read, and how many people would be told; nothing is sent")
    MessagePreview preview(@PathVariable String eventId, @Valid @RequestBody MessageRequest request, Caller caller) {
        return service.preview(eventId, request, caller);
    }

    @GetMapping
    @Allow(To.PERSON)
    @Operation(
            summary =
                    "What was written to those who are registered for an event that the caller runs, the latest first")
    Page<MessageView> sent(@PathVariable String eventId, Paging paging, Caller caller) {
        return service.sent(eventId, caller, paging).map(MessageView::of);
    }
}
