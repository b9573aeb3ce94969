package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.kind.Awaiting;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The events that the visitor's organizations are invited to host too. */
@Controller
class CoHostInvitations implements Awaiting {

    private static final String EVENTS = "co-hosted-events";
    private static final String PAGE = "/me/invitations";
    /** As many as one page of the service has; more are not counted. */
    private static final int MOST = 100;

    private final Api api;
    private final Parts parts;

    CoHostInvitations(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    @Bean
    static Served coHostedEvents() {
        return new Served() {
            @Override
            public String service() {
                return "events";
            }

            @Override
            public List<String> paths() {
                return List.of(EVENTS);
            }
        };
    }

    @GetMapping(LANG + PAGE)
    String list(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("list", load(visitor));
        return "events/invitations";
    }

    @Override
    public @Nullable Awaited of(Visitor visitor) {
        var number = load(visitor).items().size();
        return number == 0 ? null : new Awaited("coHostInvitations.waiting", number, PAGE);
    }

    private Part<Event> load(Visitor visitor) {
        return parts.load(() -> invited(visitor)).get();
    }

    private Page<Event> invited(Visitor visitor) {
        return api.list(visitor, Event.class, Map.of("invited", true, "limit", MOST), "me", EVENTS);
    }
}
