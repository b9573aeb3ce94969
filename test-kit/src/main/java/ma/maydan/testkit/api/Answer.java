package ma.maydan.testkit.api;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body a missing node when there is none
 */
public record Answer(int status, JsonNode body, HttpResponse<String> response) {

    public String id() {
        return text("id");
    }

    public long version() {
        return body.path("version").asLong(0);
    }

    /** The code of a refusal. */
    public String code() {
        return text("code");
    }

    /** A member of the body, empty when it is absent. */
    public String text(String member) {
        return body.path(member).asString("");
    }

    /** A value deep in the body by JSON pointer, empty when it is absent. */
    public String at(String pointer) {
        return body.at(pointer).asString("");
    }

    /** Empty when the answer has no such header. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String eTag() {
        return header("ETag");
    }

    /** The transitions that the object offers to this caller, or that a refusal names. */
    public List<String> allowedTransitions() {
        return body.path("allowedTransitions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The ids of a list's items. */
    public List<String> ids() {
        expect(200);
        return body.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** This answer, which must have this status. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("Expected " + expected + " of " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " -> " + status + " " + response.body();
    }
}
