package ma.maydan.events.event;

import java.time.Instant;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The last negative or backward step, with its reason.
 *
 * @param reasonText null where the code says all
 */
public record EventDecision(
        String outcome, String reasonCode, @Nullable LocalizedText reasonText, Instant at) {}
