package ma.maydan.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormFieldTest {

    @Test
    void aFieldIsFoundWhereverItStandsAndDecoded() {
        assertThat(inPairs("_csrf=a%2Bb")).contains("a+b");
        assertThat(inPairs("x=1&_csrf=abc&y=2")).contains("abc");
        assertThat(inPairs("x=1&y=2&_csrf=")).contains("");
    }

    @Test
    void aFieldThatOnlyLooksLikeItIsNot() {
        assertThat(inPairs("x_csrf=abc&y=_csrf=abc&csrf=abc")).isEmpty();
        assertThat(inPairs("")).isEmpty();
        assertThat(inPairs("_csrf=%zz")).isEmpty();
    }

    @Test
    void aPartIsFoundBetweenOthers() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nميدان\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\ntoken\r\n--b--\r\n";

        assertThat(find(body, "multipart/form-data; boundary=b")).contains("token");
        assertThat(find(body, "multipart/form-data; boundary=\"b\"")).contains("token");
        assertThat(find(body, "multipart/form-data; boundary=c")).isEmpty();
        assertThat(find(body, "multipart/form-data")).isEmpty();
    }

    @Test
    void theContentOfAnotherPartIsNotTakenForTheField() {
        var body =
                "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n; name=\"_csrf\"\r\n\r\nforged\r\n--b--\r\n";

        assertThat(find(body, "multipart/form-data; boundary=b")).isEmpty();
    }

    @Test
    void otherContentIsNotLookedInto() {
        assertThat(find("{\"_csrf\":\"a\"}", "application/json")).isEmpty();
        assertThat(find("_csrf=a", null)).isEmpty();
        assertThat(find("_csrf=a", "not a type")).isEmpty();
    }

    private static Optional<String> inPairs(String body) {
        return find(body, "application/x-www-form-urlencoded;charset=UTF-8");
    }

    private static Optional<String> find(String body, @Nullable String type) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return FormField.find("_csrf", Arrays.copyOf(bytes, bytes.length + 10), bytes.length, type);
    }
}
