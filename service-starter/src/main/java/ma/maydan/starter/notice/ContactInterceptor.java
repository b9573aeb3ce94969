package ma.maydan.starter.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.maydan.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps how a person is reached when they first act, and what has changed of it whenever they come. */
final class ContactInterceptor implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(ContactInterceptor.class);
    private static final int REMEMBERED = 10_000;

    private final ContactStore contacts;
    private final Clock clock;
    /** What this process knows to be kept, so that a request costs no write. */
    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param acted whether the person had acted when this was seen */
    private record Known(Contact contact, boolean acted, LocalDate on) {}

    ContactInterceptor(ContactStore contacts, Clock clock) {
        this.clock = clock;
        this.contacts = contacts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Caller.current().isPerson()
                && SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            var acts =
                    !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
            keep(Contact.of(token.getToken()), acts);
        }
        return true;
    }

    private void keep(Contact contact, boolean acts) {
        var before = known.get(contact.id());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (before != null && before.contact.equals(contact) && before.on.equals(today) && (before.acted || !acts)) {
            return;
        }
        try {
            if (acts) {
                contacts.keep(contact, LocaleContextHolder.getLocale().getLanguage());
            } else {
                contacts.refresh(contact);
            }
            known.put(contact.id(), new Known(contact, acts || before != null && before.acted, today));
        } catch (RuntimeException e) {
            // It is no reason to refuse the request; the next one tries again.
            log.warn("A contact is not kept: {}", e.toString());
        }
    }
}
