package ma.maydan.starter.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.maydan.starter.problem.Problems;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * What Tomcat refuses before any application sees it (a malformed request line, an encoded slash or zero byte in the
 * path) is a problem detail too, in place of Tomcat's own page; a line of text where there are pages and no problem
 * details.
 */
final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    private final @Nullable Problems problems;
    private final AnswerHeaders headers;

    ProblemValve(@Nullable Problems problems, AnswerHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (!writable.get()) {
            return;
        }
        try {
            headers.values().forEach(response::setHeader);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var code = HttpStatusCode.valueOf(status);
            if (problems == null) {
                response.setContentType(MediaType.TEXT_PLAIN_VALUE);
                response.getOutputStream().write(code.toString().getBytes(StandardCharsets.US_ASCII));
            } else {
                problems.write(Problems.forStatus(code), request, response);
            }
            response.finishResponse();
        } catch (IOException e) {
            log.debug("The caller is gone", e);
        }
    }
}
