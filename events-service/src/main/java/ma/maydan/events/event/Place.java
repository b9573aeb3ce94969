package ma.maydan.events.event;

import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Where people come.
 *
 * @param region ISO 3166-2:MA, {@code MA-01} to {@code MA-12}
 */
public record Place(@Nullable String region, @Nullable LocalizedText venue) {}
