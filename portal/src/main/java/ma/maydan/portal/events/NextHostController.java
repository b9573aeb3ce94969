package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Picks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who hosts an event in place of its host: the host asks, an owner of the other agrees. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/next-host")
class NextHostController extends AskedOrganizations {

    NextHostController(Api api, Forms forms, Picks picks) {
        super(
                api,
                forms,
                picks,
                "nextHost",
                "next-host",
                new Done("nextHost.invite", "nextHost.accept", "nextHost.end"));
    }
}
