package ma.maydan.starter.problem;

/** The group of constraints that hold only for what is new. */
public interface Creating {}
