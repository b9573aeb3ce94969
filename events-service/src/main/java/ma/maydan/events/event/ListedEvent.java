package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the public list tells: an event, or that one went away since. */
@Schema(oneOf = {EventView.class, GoneEvent.class})
sealed interface ListedEvent permits EventView, GoneEvent {}
