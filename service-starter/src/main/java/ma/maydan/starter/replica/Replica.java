package ma.maydan.starter.replica;

/** A local copy of another service's aggregate, as a record fed by its events. */
public interface Replica {
    String id();

    /** The version of the aggregate that this copy shows. */
    long sequence();
}
