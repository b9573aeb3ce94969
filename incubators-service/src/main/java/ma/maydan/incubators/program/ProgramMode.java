package ma.maydan.incubators.program;

/** Where a program takes place. */
public enum ProgramMode {
    ONLINE,
    IN_PERSON,
    HYBRID
}
