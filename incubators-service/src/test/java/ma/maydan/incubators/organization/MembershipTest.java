package ma.maydan.incubators.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.MemberRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {

    private static final Membership FOUR = new Membership(
            Stream.of(MemberRole.values())
                    .map(role -> new Member(role.name(), role))
                    .toList(),
            "OWNER:0");

    @ParameterizedTest
    @CsvSource({
        "OWNER,  ADMIN,  OWNER,  yes",
        "OWNER,  VIEWER, OWNER,  yes",
        "OWNER,  ADMIN,  VIEWER, yes",
        "OWNER,  OWNER,  ADMIN,  last-owner",
        "OWNER,  nobody, ADMIN,  not-found",
        "ADMIN,  EDITOR, ADMIN,  yes",
        "ADMIN,  ADMIN,  VIEWER, yes",
        "ADMIN,  ADMIN,  OWNER,  forbidden",
        "ADMIN,  EDITOR, OWNER,  forbidden",
        "ADMIN,  OWNER,  VIEWER, forbidden",
        "EDITOR, VIEWER, EDITOR, forbidden",
        "EDITOR, EDITOR, VIEWER, forbidden",
        "VIEWER, VIEWER, OWNER,  forbidden",
        "nobody, VIEWER, EDITOR, forbidden",
        "nobody, nobody, OWNER,  forbidden"
    })
    void whoGivesARoleToWhom(String giver, String to, MemberRole role, String outcome) {
        assertThat(outcome(() -> FOUR.giving(to, role, giver))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,  ADMIN,  yes",
        "OWNER,  OWNER,  last-owner",
        "OWNER,  nobody, not-found",
        "ADMIN,  VIEWER, yes",
        "ADMIN,  ADMIN,  yes",
        "ADMIN,  OWNER,  forbidden",
        "EDITOR, EDITOR, yes",
        "EDITOR, VIEWER, forbidden",
        "VIEWER, VIEWER, yes",
        "nobody, nobody, forbidden",
        "nobody, VIEWER, forbidden"
    })
    void whoRemovesWhomAndEverybodyMayLeave(String remover, String whom, String outcome) {
        assertThat(outcome(() -> FOUR.without(whom, remover))).isEqualTo(outcome);
    }

    @Test
    void theSlotOfWhoCreatedItGoesWithThem() {
        var two = FOUR.giving("ADMIN", MemberRole.OWNER, "OWNER");

        assertThat(two.without("OWNER", "OWNER").slot()).isNull();
        assertThat(two.without("EDITOR", "OWNER").slot()).isEqualTo("OWNER:0");
    }

    @Test
    void itIsFullAtTwoHundred() {
        var member = new Member("x", MemberRole.VIEWER);

        assertThat(new Membership(Stream.generate(() -> member).limit(199).toList(), null).isFull())
                .isFalse();
        assertThat(new Membership(Stream.generate(() -> member).limit(200).toList(), null).isFull())
                .isTrue();
        assertThat(new Membership(List.of(), null).owners()).isEmpty();
    }

    private static String outcome(Runnable step) {
        try {
            step.run();
            return "yes";
        } catch (ProblemException refused) {
            return refused.code();
        }
    }
}
