package ma.maydan.portal.developers;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.LinkedHashMap;
import java.util.List;
import ma.maydan.portal.api.Documents;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The APIs of all services on one page, which stands without that of a service that does not answer. */
@Controller
class ApiController {

    private final Documents documents;
    private final Parts parts;

    ApiController(Documents documents, Parts parts) {
        this.documents = documents;
        this.parts = parts;
    }

    @GetMapping(LANG + "/docs/api")
    String api(Model model) {
        var loading = new LinkedHashMap<String, Parts.Loading<ServiceApi>>();
        for (var service : documents.services()) {
            loading.put(service, parts.load(() -> new Page<>(List.of(ServiceApi.of(documents.of(service))), null)));
        }
        var services = new LinkedHashMap<String, List<ServiceApi>>();
        loading.forEach((service, api) -> services.put(service, api.get().items()));
        model.addAttribute("services", services);
        return "developers/api";
    }
}
