package ma.maydan.starter.aggregate;

/**
 * The outcome of a transition: the new state and the event that tells of it, written together.
 *
 * @param state the version after the change
 * @param eventType such as {@code organization.verified}
 * @param eventData a snapshot that suffices for a replica; never personal data beyond opaque ids
 */
public record Change<T extends Aggregate>(T state, String eventType, Object eventData) {}
