package ma.maydan.gateway.connection;

import ma.maydan.gateway.GatewaySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Bounds the connections of the public door. A proxy before it speaks for many, so it has as many as it wants. */
@Component
class ConnectionConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final GatewaySettings.Bounds bounds;
    private final boolean proxied;
    private volatile @Nullable BoundedEndpoint endpoint;

    ConnectionConfiguration(GatewaySettings settings, ServerProperties server) {
        bounds = settings.bounds();
        proxied = server.getForwardHeadersStrategy() == ForwardHeadersStrategy.NATIVE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
                endpoint = protocol.endpoint();
                protocol.setMaxConnections(GatewaySettings.Bounds.share(
                        protocol.getMaxConnections(), Runtime.getRuntime().maxMemory()));
                protocol.endpoint().limit(proxied ? Integer.MAX_VALUE : bounds.connections());
            }
        });
    }

    @Scheduled(fixedRate = 1000)
    void sweep() {
        var open = endpoint;
        if (open != null) {
            open.sweep(bounds.times().head(), bounds.times().exchange());
        }
    }
}
