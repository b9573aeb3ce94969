package ma.maydan.portal.events;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where a page can be passed on: plain addresses, nothing of which is loaded before somebody follows one. */
final class ShareLinks {

    private ShareLinks() {}

    /** @param way the code of its words */
    record Link(String way, String href) {}

    /**
     * @param title what is passed on, in the language of the page
     * @param address of the page, with its origin
     */
    static List<Link> of(String title, String address) {
        var both = encoded(title + "\n" + address);
        return List.of(
                new Link("whatsapp", "https://wa.me/?text=" + both),
                new Link("linkedin", "https://www.linkedin.com/sharing/share-offsite/?url=" + encoded(address)),
                new Link("x", "https://x.com/intent/post?text=" + encoded(title) + "&url=" + encoded(address)),
                new Link("mail", "mailto:?subject=" + encoded(title) + "&body=" + both));
    }

    /** As a mail program and a browser both read it: a blank is no plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
