package ma.maydan.gateway.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request whose body streams, unless somebody asks for a field of a form: then it is held, and can still be read.
 * Parameters are those of the query.
 */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final Body body;

    BoundedRequest(HttpServletRequest request, Body body) {
        super(request);
        this.body = body;
    }

    /** One short field of the form that this is, if it is a form; as much of the body as may be is held for it. */
    Optional<String> field(String name) {
        return FormField.isForm(getContentType())
                ? FormField.find(name, body.receive(), body.length(), getContentType())
                : Optional.empty();
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }
}
