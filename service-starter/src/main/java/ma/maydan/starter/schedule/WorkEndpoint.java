package ma.maydan.starter.schedule;

import java.util.Map;
import ma.maydan.starter.operator.OperatorToken;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** {@code /actuator/work}: lists the due work that has failed, the latest 100, and replays one piece; for operators. */
@WebEndpoint(id = "work")
final class WorkEndpoint {

    private static final int SHOWN = 100;

    private final WorkStore store;
    private final OperatorToken operators;

    WorkEndpoint(WorkStore store, OperatorToken operators) {
        this.store = store;
        this.operators = operators;
    }

    @ReadOperation
    WebEndpointResponse<Object> list() {
        return operators.answer(() -> new WebEndpointResponse<>(Map.of("failed", store.failed(SHOWN))));
    }

    @WriteOperation
    WebEndpointResponse<Object> replay(@Selector String id) {
        return operators.answer(() -> store.replay(id)
                ? new WebEndpointResponse<>(Map.of("replayed", id))
                : OperatorToken.refused(404, "No such work has failed"));
    }
}
