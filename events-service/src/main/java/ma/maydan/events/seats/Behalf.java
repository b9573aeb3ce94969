package ma.maydan.events.seats;

import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The organization that takes a seat for somebody whom it names, now or later.
 *
 * @param organizationName as it was when the seat was taken
 * @param slot which of the seats it is that one organization may take, from 1
 * @param group the same for all that were asked for together or not at all; null for one that was asked for alone
 */
public record Behalf(
        String organizationId,
        LocalizedText organizationName,
        int slot,
        @Nullable String group) {}
