package ma.maydan.events.invitation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as its host sees it.
 *
 * @param used how many are registered by it now; who gives up gives the use back
 * @param usable whether somebody can register by it now, as far as it goes by the link
 * @param token what registers by it; in the answer that makes it alone, since it is kept nowhere
 */
@Schema(name = "InvitationLink")
record InvitationLinkView(
        String id,
        @JsonUnwrapped InvitationLink.Terms terms,
        int used,
        boolean usable,
        @JsonUnwrapped InvitationLink.Times times,
        @Nullable String token) {

    static InvitationLinkView of(InvitationLink link, int used, @Nullable Token token, Instant now) {
        return new InvitationLinkView(
                link.id(),
                link.terms(),
                used,
                link.holds(now) && used < link.terms().uses(),
                link.times(),
                token == null ? null : token.value());
    }
}
