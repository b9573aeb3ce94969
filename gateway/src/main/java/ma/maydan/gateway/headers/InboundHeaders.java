package ma.maydan.gateway.headers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.starter.web.AnswerHeaders;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What of an upstream's headers reaches the caller: not its address, and nothing that the gateway says itself. */
@Component
class InboundHeaders implements ResponseHttpHeadersFilter, Ordered {

    private final Set<String> dropped = new HashSet<>(Set.of("server", "x-powered-by", "connection", "keep-alive"));
    private final Set<String> authorities = new HashSet<>();

    InboundHeaders(GatewaySettings settings, AnswerHeaders own) {
        own.values().keySet().forEach(name -> dropped.add(name.toLowerCase(Locale.ROOT)));
        authorities(settings.upstreams().values());
        authorities.add(settings.publicUri().getRawAuthority());
    }

    private void authorities(Collection<URI> uris) {
        uris.forEach(uri -> authorities.add(uri.getRawAuthority()));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders apply(HttpHeaders upstream, ServerResponse response) {
        var outbound = new HttpHeaders();
        upstream.forEach((name, values) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                outbound.addAll(name, values);
            }
        });
        var location = outbound.getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            outbound.set(HttpHeaders.LOCATION, withoutOurHosts(location));
        }
        return outbound;
    }

    /** An absolute address of ours becomes a path, which is right under any name and scheme of the gateway. */
    private String withoutOurHosts(String location) {
        try {
            var uri = new URI(location);
            if (uri.getRawAuthority() == null || !authorities.contains(uri.getRawAuthority())) {
                return location;
            }
            var path = Objects.requireNonNullElse(uri.getRawPath(), "");
            return (path.isEmpty() ? "/" : path)
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        } catch (URISyntaxException opaque) {
            return location;
        }
    }
}
