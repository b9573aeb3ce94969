package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Picks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who hosts an event along with its host: the host invites, the invited answer. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/co-hosts")
class CoHostController extends AskedOrganizations {

    CoHostController(Api api, Forms forms, Picks picks) {
        super(api, forms, picks, "coHost", "co-hosts", new Done("coHost.invite", "coHost.accept", "coHost.end"));
    }
}
