package ma.maydan.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] CONTENT = "ميدان".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasSealedOpensWithTheSameSecretAndPurposeOnly() {
        var sealed = new Seal("session", "secret").close(CONTENT);

        assertThat(new Seal("session", "secret").open(sealed)).contains(CONTENT);
        assertThat(new Seal("session", "another").open(sealed)).isEmpty();
        assertThat(new Seal("login", "secret").open(sealed)).isEmpty();
    }

    @Test
    void whatWasChangedOrCutDoesNotOpen() {
        var seal = new Seal("session", "secret");
        var sealed = seal.close(CONTENT);
        sealed[sealed.length - 1] ^= 1;

        assertThat(seal.open(sealed)).isEmpty();
        assertThat(seal.open(new byte[5])).isEmpty();
        assertThat(seal.open(new byte[0])).isEmpty();
    }

    @Test
    void theSameContentNeverLooksTheSame() {
        var seal = new Seal("session", "secret");

        assertThat(seal.close(CONTENT)).isNotEqualTo(seal.close(CONTENT));
    }
}
