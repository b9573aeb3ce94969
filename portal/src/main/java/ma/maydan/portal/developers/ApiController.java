package ma.maydan.portal.developers;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.LinkedHashMap;
import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The APIs of all services on one page, which stands without that of a service that does not answer. */
@Controller
class ApiController {

    private final Api api;
    private final Parts parts;

    ApiController(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    @GetMapping(LANG + "/docs/api")
    String apis(Model model) {
        var loading = new LinkedHashMap<String, Parts.Loading<ServiceApi>>();
        for (var service : api.services()) {
            loading.put(service, parts.load(() -> new Page<>(List.of(ServiceApi.of(api.document(service))), null)));
        }
        var services = new LinkedHashMap<String, List<ServiceApi>>();
        loading.forEach((service, found) -> services.put(service, found.get().items()));
        model.addAttribute("services", services);
        return "developers/api";
    }
}
