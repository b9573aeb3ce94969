package ma.maydan.portal.verification;

import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Instant;
import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.page.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the code on a receipt leads to: that it is one, and when, and not whose. */
@Controller
class ReceiptPageController {

    private static final String RECEIPTS = "receipts";

    private final Api api;

    ReceiptPageController(Api api) {
        this.api = api;
    }

    /** As the service tells it. */
    public record Receipt(String id, Instant receivedAt) {}

    @Bean
    static Served receipts() {
        return new Served() {

            @Override
            public String service() {
                return "incubators";
            }

            @Override
            public List<String> paths() {
                return List.of(RECEIPTS);
            }
        };
    }

    @GetMapping(LANG + "/receipts/{number:[A-Z0-9-]{1,40}}")
    String show(Visitor visitor, @PathVariable String number, Model model) {
        model.addAttribute("receipt", api.get(visitor, Receipt.class, RECEIPTS, number));
        return "verification/receipt";
    }
}
