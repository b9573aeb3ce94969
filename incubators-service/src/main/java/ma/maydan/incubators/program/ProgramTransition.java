package ma.maydan.incubators.program;

import java.util.Locale;
import java.util.Set;

/** The steps of a program, and the states that they start from. */
enum ProgramTransition {
    EDIT(ProgramStatus.DRAFT, ProgramStatus.CHANGES_REQUESTED),
    SUBMIT(ProgramStatus.DRAFT, ProgramStatus.CHANGES_REQUESTED),
    PUBLISH(ProgramStatus.IN_REVIEW),
    REQUEST_CHANGES(ProgramStatus.IN_REVIEW),
    ARCHIVE(ProgramStatus.PUBLISHED),
    DELETE(ProgramStatus.DRAFT);

    private final Set<ProgramStatus> from;

    ProgramTransition(ProgramStatus... from) {
        this.from = Set.of(from);
    }

    boolean startsFrom(ProgramStatus status) {
        return from.contains(status);
    }

    boolean needsVerifiedOwner() {
        return this == SUBMIT || this == PUBLISH;
    }

    /** As the API spells it. */
    String apiName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
