package ma.maydan.gateway.connection;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 over a {@link BoundedEndpoint}; Tomcat makes it by its name. */
public final class BoundedProtocol extends Http11NioProtocol {

    private final BoundedEndpoint endpoint;

    /** With bounds that are still to be told. */
    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    BoundedEndpoint endpoint() {
        return endpoint;
    }
}
