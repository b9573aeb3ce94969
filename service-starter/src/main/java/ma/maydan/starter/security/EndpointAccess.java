package ma.maydan.starter.security;

import java.util.function.Supplier;
import ma.maydan.starter.web.Handlers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides by the {@link Allow} of the method that would answer. An address without one goes on to its 404. */
final class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final Handlers handlers;

    EndpointAccess(Handlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var handler = handlers.find(context.getRequest());
        if (handler == null) {
            return new AuthorizationDecision(true);
        }
        if (context.getRequest().getMethod().equals("OPTIONS")) {
            // Which methods an address answers is in the OpenAPI document for everybody.
            return new AuthorizationDecision(true);
        }
        var allow = handler.getMethodAnnotation(Allow.class);
        if (allow == null) {
            return new AuthorizationDecision(false);
        }
        var caller = Caller.of(authentication.get());
        return switch (caller.kind()) {
            case NOBODY -> new AuthorizationDecision(allow.value() == Allow.To.ANYONE);
            case PERSON -> new AuthorizationDecision(permits(allow.value(), caller));
            case MACHINE -> machine(allow.scope(), caller);
            case STRANGER -> new AuthorizationDecision(false);
        };
    }

    private static boolean permits(Allow.To least, Caller person) {
        return switch (least) {
            case ANYONE, PERSON -> true;
            case OFFICER -> person.isOfficer();
            case ADMIN -> person.isAdmin();
        };
    }

    private static AuthorizationDecision machine(String scope, Caller machine) {
        return scope.isEmpty()
                ? new AuthorizationDecision(false)
                : new ScopeDecision(machine.scopes().contains(scope), scope);
    }

    /** Remembers which scope was missing. */
    static final class ScopeDecision extends AuthorizationDecision {
        final String scope;

        ScopeDecision(boolean granted, String scope) {
            super(granted);
            this.scope = scope;
        }
    }
}
