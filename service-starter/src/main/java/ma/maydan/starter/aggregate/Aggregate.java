package ma.maydan.starter.aggregate;

/** A document of its own: an immutable record whose version grows by one with every change. */
public interface Aggregate {
    String id();

    /** 1 when new; also the sequence number of the event that tells of this state. */
    long version();
}
