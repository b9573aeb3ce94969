package ma.maydan.starter.vocabulary;

/** How far a startup has come; the first four are those of Startup India. */
public enum StartupStage {
    IDEATION,
    VALIDATION,
    EARLY_TRACTION,
    SCALING,
    MATURE,
    CLOSED
}
