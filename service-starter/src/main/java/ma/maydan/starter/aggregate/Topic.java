package ma.maydan.starter.aggregate;

import java.util.function.Function;

/**
 * Where and how other services learn of the aggregates of one kind.
 *
 * @param name of the topic, such as {@code maydan.organizations}
 * @param kind with which the types of its events begin, such as {@code organization}
 * @param snapshot what an event tells of a state; never personal data beyond opaque ids
 */
public record Topic<T>(String name, String kind, Function<T, Object> snapshot) {}
