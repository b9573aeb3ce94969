package ma.maydan.events.seats;

import ma.maydan.starter.text.LocalizedText;

/**
 * The organization that takes a seat for somebody whom it names, now or later.
 *
 * @param organizationName as it was when the seat was taken
 * @param slot which of the seats it is that one organization may take, from 1
 */
public record Behalf(String organizationId, LocalizedText organizationName, int slot) {}
