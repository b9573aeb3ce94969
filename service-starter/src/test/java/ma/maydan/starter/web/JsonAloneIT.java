package ma.maydan.starter.web;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;

import ma.maydan.starter.TestService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With what springdoc brings along, Spring could read YAML. */
class JsonAloneIT {

    private final TestService service = TestService.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "text/yaml",
                "application/xml",
                "text/xml",
                "application/cbor",
                "application/x-jackson-smile",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "text/plain",
                "text/json",
                "application/octet-stream",
                "application/merge-patch+json",
                "application/vnd.x+json",
                "application/json; charset=utf-7",
                "application/json; charset=none",
                "*/*",
                "application/*",
                "application/*+json",
                "json",
                "application/json, application/json",
                "/"
            })
    void aBodyOfAnotherTypeIsRefused(String type) {
        var created = send(service.create("any").setHeader("Content-Type", type));
        var renamed = send(service.rename("any", "\"1\"", "any").setHeader("Content-Type", type));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(415);
        assertThat(json(created).path("code").asString()).isEqualTo("unsupported-media-type");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "APPLICATION/JSON; v=1"})
    void jsonIsRead(String type) {
        assertThat(send(service.create("any").setHeader("Content-Type", type)).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "text/html", "application/cbor", "x", "a/b;q=z"})
    void nothingElseIsWritten(String accept) {
        var listed = send(service.request("/api/v1/things").header("Accept", accept));

        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(406);
        assertThat(listed.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
