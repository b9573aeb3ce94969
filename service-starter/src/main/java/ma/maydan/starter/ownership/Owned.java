package ma.maydan.starter.ownership;

import ma.maydan.starter.aggregate.Aggregate;

/**
 * An aggregate that belongs to an organization and is seen while that is in good standing. It has a component {@code
 * stage} with a {@code publicChangeAt}: when what the public sees of it changed last, be it that it went away; null
 * while nobody but its owner and the cluster has seen it.
 */
public interface Owned<T extends Owned<T>> extends Aggregate {

    Owner owner();

    /** The same state, beside another owner's standing or slot. */
    T with(Owner owner);
}
