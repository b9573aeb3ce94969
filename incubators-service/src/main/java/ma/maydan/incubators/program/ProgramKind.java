package ma.maydan.incubators.program;

/** What a program offers. */
public enum ProgramKind {
    INCUBATION,
    ACCELERATION,
    PRE_INCUBATION,
    TRAINING_BOOTCAMP,
    HACKATHON,
    SOFT_LANDING,
    OPEN_INNOVATION
}
