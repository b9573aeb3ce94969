package ma.maydan.events.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.events.registration.Recipients.Group;
import ma.maydan.starter.text.LocalizedText;

/**
 * A message as those read it who run the event. Who of the host wrote it is not said.
 *
 * @param people how many it was told to, beside who wrote it
 */
@Schema(name = "Message")
record MessageView(
        String id, String eventId, List<Group> to, int people, LocalizedText subject, LocalizedText text, Instant at) {

    static MessageView of(Message message) {
        var content = message.content();
        return new MessageView(
                message.id(),
                message.eventId(),
                content.to(),
                content.people(),
                Objects.requireNonNull(content.written().subject()),
                Objects.requireNonNull(content.written().text()),
                message.at());
    }
}
