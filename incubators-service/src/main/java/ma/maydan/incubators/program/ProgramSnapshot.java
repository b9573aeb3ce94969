package ma.maydan.incubators.program;

import ma.maydan.starter.text.LocalizedText;

/** What events tell of a program. */
record ProgramSnapshot(String id, String organizationId, LocalizedText title, ProgramKind kind, ProgramStatus status) {

    static ProgramSnapshot of(Program program) {
        return new ProgramSnapshot(
                program.id(),
                program.organizationId(),
                program.content().title(),
                program.content().kind(),
                program.status());
    }
}
