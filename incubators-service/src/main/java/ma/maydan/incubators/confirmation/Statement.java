package ma.maydan.incubators.confirmation;

import java.time.Instant;
import ma.maydan.incubators.casefile.Declaration;

/** That an owner has declared that all is as it was. */
public record Statement(Declaration declaration, String by, Instant at) {}
