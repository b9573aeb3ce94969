package ma.maydan.portal.personal;

import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.PageModel;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is held of the visitor, to take along. */
@Controller
@RequestMapping(LANG + "/me/data")
class DataController {

    private static final String PAGE = "/me/data";

    private final PersonalData data;
    private final Archive archive;
    private final PageModel pages;
    private final Clock clock;

    DataController(PersonalData data, Archive archive, PageModel pages, Clock clock) {
        this.data = data;
        this.archive = archive;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String page(Visitor visitor) {
        SignInNeededException.check(visitor);
        return "personal/data";
    }

    /** The file, or the login pages and back to the page before it. */
    @GetMapping("/archive")
    void archive(Visitor visitor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignInNeededException.check(visitor);
        try {
            var mine = data.mine(visitor);
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"maydan-" + LocalDate.ofInstant(clock.instant(), Formats.HOME) + ".zip\"");
            archive.write(mine, visitor.language(), pages.texts(request), response.getOutputStream());
        } catch (ProblemException refused) {
            if (!refused.code().equals("sign-in-anew")) {
                throw refused;
            }
            var language = visitor.language().code();
            var next = "/" + language + PAGE;
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    HttpHeaders.LOCATION,
                    "/login?lang=" + language + "&anew=true&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
    }
}
