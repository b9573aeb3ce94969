package ma.maydan.portal.address;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import ma.maydan.portal.page.Origin;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What crawlers may look at, and where they find it. */
@Controller
class Robots {

    static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final SiteMap map;

    Robots(SiteMap map) {
        this.map = map;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(FOR_AN_HOUR).body("""
                User-agent: *
                Disallow: /api/
                Disallow: /login
                Disallow: /logout
                Disallow: /*/me
                Disallow: /*/reviews
                Disallow: /*/new
                Disallow: /*/edit
                Sitemap: %s/sitemap.xml
                """.formatted(Origin.of(request)));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> map(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
                .cacheControl(FOR_AN_HOUR)
                .body(map.of(Origin.of(request)));
    }
}
