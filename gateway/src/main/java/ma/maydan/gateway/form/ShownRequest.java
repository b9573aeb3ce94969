package ma.maydan.gateway.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.maydan.starter.web.HeldBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A look at a kept form, as it goes on to the portal: the form itself, to be shown and not to be acted on. */
final class ShownRequest extends HeldBody {

    private final KeptForm form;
    private final Map<String, String> headers;

    ShownRequest(HttpServletRequest request, KeptForm form) {
        super(request, form.fields());
        this.form = form;
        this.headers = Map.of(
                "content-type",
                MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                "content-length",
                String.valueOf(form.fields().length));
        form.shownBy(this);
    }

    /** The address that was asked for. */
    String address() {
        return getRequestURI() + "?" + super.getQueryString();
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public @Nullable String getQueryString() {
        return form.query();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        var own = headers.get(name.toLowerCase(Locale.ROOT));
        return own == null ? super.getHeader(name) : own;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var own = headers.get(name.toLowerCase(Locale.ROOT));
        return own == null ? super.getHeaders(name) : Collections.enumeration(List.of(own));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new LinkedHashSet<String>();
        Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !headers.containsKey(name.toLowerCase(Locale.ROOT)))
                .forEach(names::add);
        names.addAll(headers.keySet());
        return Collections.enumeration(names);
    }

    @Override
    public String getContentType() {
        return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    }
}
