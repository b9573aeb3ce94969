package ma.maydan.system;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the pages lead to, found by following them in every language: one address of each shape, such as that of an
 * event's page.
 *
 * @param pages to look at
 * @param forms where forms are sent to
 * @param files that belong to pages
 */
record Pages(List<String> pages, List<String> forms, List<String> files) {

    private static final Pattern LINK = Pattern.compile("\\b(?:href|src)=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"(/[^\"]*)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    /** As somebody with one of these tokens sees them. */
    static Pages of(URI portal, List<String> tokens) throws IOException {
        var found = new Pages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var token : tokens) {
            found.walk(portal, token);
        }
        return found;
    }

    private void walk(URI portal, String token) throws IOException {
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<String>();
        Portal.LANGUAGES.forEach(language -> follow("/" + language + "/", seen, ahead));
        while (!ahead.isEmpty()) {
            var address = ahead.remove();
            var answer = new RawRequest("GET", address, headers(token), "").sentTo(portal);
            if (answer.status() == 200 && answer.header("Content-Type").startsWith("text/html")) {
                add(pages, address);
                LINK.matcher(answer.body()).results().forEach(link -> follow(plain(link.group(1)), seen, ahead));
                FORM.matcher(answer.body()).results().map(form -> form.group(1)).forEach(this::form);
            } else if (answer.status() == 200) {
                add(files, address);
            }
        }
    }

    private static List<String> headers(String token) {
        return List.of("Host: localhost", "Accept: text/html", "Authorization: Bearer " + token, "Connection: close");
    }

    private static void follow(String address, Set<String> seen, Deque<String> ahead) {
        if (!address.startsWith("/log") && seen.add(shape(address))) {
            ahead.add(address);
        }
    }

    private void form(String attributes) {
        var action = ACTION.matcher(attributes);
        if (attributes.contains("method=\"post\"") && action.find()) {
            add(forms, plain(action.group(1)));
        }
    }

    private static void add(List<String> some, String address) {
        if (some.stream().map(Pages::shape).noneMatch(shape(address)::equals)) {
            some.add(address);
        }
    }

    /** The address without what differs from one object to the next. */
    static String shape(String address) {
        return ID.matcher(address).replaceAll("{id}").replaceAll("=[^&]*", "=");
    }

    private static String plain(String attribute) {
        return attribute.replace("&amp;", "&");
    }
}
