package ma.maydan.portal.api;

import java.time.Instant;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A negative or backward step and why it was taken. */
public record Decision(
        String outcome,
        @Nullable String reasonCode,
        @Nullable LocalizedText reasonText,
        @Nullable Instant at) {}
