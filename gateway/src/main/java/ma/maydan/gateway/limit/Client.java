package ma.maydan.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who a request counts for.
 *
 * @param id an id that the realm vouches for, or an address
 */
public record Client(Kind kind, String id) {

    /** What is known of a caller. */
    public enum Kind {
        PERSON,
        MACHINE,
        ADDRESS
    }

    /** A person in a browser session. */
    public static Client person(String subject) {
        return new Client(Kind.PERSON, subject);
    }

    /** Whom a token speaks for; its signature has been verified. */
    public static Client of(Jwt token) {
        var scope = token.getClaimAsString("scope");
        var subject = Objects.requireNonNullElse(token.getSubject(), "");
        if (scope != null && Arrays.asList(scope.split(" ")).contains("portal")) {
            return person(subject);
        }
        var client = token.getClaimAsString("azp");
        return new Client(Kind.MACHINE, client == null ? subject : client);
    }

    /** Nobody known. A household or an office has a whole IPv6 network of 64 bits, so that is what counts. */
    public static Client at(String address) {
        if (address.indexOf(':') < 0) {
            return new Client(Kind.ADDRESS, address);
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address v6
                    ? new Client(Kind.ADDRESS, HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8)) + "/64")
                    : new Client(Kind.ADDRESS, InetAddress.getByName(address).getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return new Client(Kind.ADDRESS, address);
        }
    }

    /** Whoever asks at an address for a seat without an account. */
    static Client guestsAt(String address) {
        return new Client(Kind.ADDRESS, "guests:" + at(address).id());
    }

    /** Tells the filters behind who calls. */
    public void remember(HttpServletRequest request) {
        request.setAttribute(Client.class.getName(), this);
    }

    static @Nullable Client remembered(HttpServletRequest request) {
        return (Client) request.getAttribute(Client.class.getName());
    }

    /** For the log: the kind and never the id. */
    public static String kindOf(HttpServletRequest request) {
        var client = remembered(request);
        return (client == null ? Kind.ADDRESS : client.kind()).name().toLowerCase(Locale.ROOT);
    }

    /** For the log of refusals: what the realm calls them; null for an address. */
    public static @Nullable String idOf(HttpServletRequest request) {
        var client = remembered(request);
        return client == null || client.kind() == Kind.ADDRESS ? null : client.id();
    }
}
