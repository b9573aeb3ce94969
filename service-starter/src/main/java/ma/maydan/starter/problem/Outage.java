package ma.maydan.starter.problem;

/** Knows the failures of something that this application needs and that is away, which is no fault of the caller's. */
public interface Outage {

    boolean causes(Throwable failure);
}
