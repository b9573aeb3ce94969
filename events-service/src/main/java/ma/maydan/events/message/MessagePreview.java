package ma.maydan.events.message;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What would be sent.
 *
 * @param people how many it would be told to now
 * @param left how many messages may still be sent about the event today
 * @param readings how it reads, in each language in which people read the portal
 */
@Schema(name = "MessagePreview")
record MessagePreview(int people, int left, List<Reading> readings) {

    /** @param language ar, fr or en: what is not written in it is shown in another */
    @Schema(name = "MessageReading")
    record Reading(String language, String title, String text) {}
}
