package ma.maydan.incubators.program;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;

/** What the public list tells: a program, or that one went away since. */
@Schema(oneOf = {ProgramView.class, ListedProgram.Gone.class})
sealed interface ListedProgram permits ProgramView, ListedProgram.Gone {

    /**
     * A program that everybody saw and only the members of its organization and the cluster see now.
     *
     * @param status ARCHIVED, or SUSPENDED while its organization is not verified
     * @param updatedAt when it went away
     */
    @Schema(name = "GoneProgram")
    record Gone(String id, long version, ProgramStatus status, Instant updatedAt) implements ListedProgram {}

    static ListedProgram of(OwnedProgram owned, Actor actor) {
        var program = owned.program();
        return program.isPublic(owned.owner())
                ? ProgramView.of(owned, actor)
                : new Gone(program.id(), program.version(), program.statusBeside(owned.owner()), program.changedAt());
    }
}
