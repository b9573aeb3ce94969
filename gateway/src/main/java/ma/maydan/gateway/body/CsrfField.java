package ma.maydan.gateway.body;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** The anti-forgery token of a form. */
public final class CsrfField {

    static final String NAME = "_csrf";

    private CsrfField() {}

    /** From the body alone; nothing when the address has one, which logs and other sites would get to see. */
    public static Optional<String> of(HttpServletRequest request) {
        var form = WebUtils.getNativeRequest(request, BoundedRequest.class);
        return form == null || request.getParameterMap().containsKey(NAME) ? Optional.empty() : form.field(NAME);
    }
}
