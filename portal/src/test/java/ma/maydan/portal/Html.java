package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page of the portal, which is well-formed but for its void elements: one knows then where each one starts and ends. */
final class Html {

    private static final Set<String> CONTROLS = Set.of("input", "select", "textarea");
    private static final Pattern VOID =
            Pattern.compile("<((?:meta|link|input|img|br|hr|source)\\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");

    private final Document document;
    private final String source;

    Html(String source) {
        this.source = source;
        assertThat(source).startsWith("<!DOCTYPE html>").doesNotContain("/>");
        var xml = VOID.matcher(source.substring("<!DOCTYPE html>".length())).replaceAll("<$1/>");
        try {
            document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("Not well-formed: " + e.getMessage() + "\n" + source, e);
        }
    }

    /** What holds for every page. */
    void isSound(String language) {
        var html = document.getDocumentElement();
        assertThat(html.getAttribute("lang")).isEqualTo(language);
        assertThat(html.getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
        assertThat(all("h1")).hasSize(1);
        assertThat(text(all("h1").getFirst())).isNotBlank();
        assertThat(all("main")).hasSize(1);
        assertThat(text(all("title").getFirst())).doesNotContain("null").contains(" · ");
        assertThat(text(all("body").getFirst())).doesNotContainPattern(" [،,.]");
        // Thymeleaf's mark of a missing text, and the policy of the gateway.
        assertThat(source).doesNotContain("??", "style=", "<style", "javascript:", "onclick", "th:");
        assertThat(all("script"))
                .allMatch(script -> script.hasAttribute("src")
                        || script.getAttribute("type").equals("application/ld+json"));
        assertThat(source).doesNotContainPattern("\\shx-[a-z]");
        for (var select : all("select")) {
            var first = select.getElementsByTagName("option").item(0);
            assertThat(!select.hasAttribute("required")
                            || first instanceof Element none
                                    && none.getAttribute("value").isEmpty())
                    .as("what is required has nothing chosen to begin with: %s", select.getAttribute("name"))
                    .isTrue();
        }
        for (var group : all("dl")) {
            for (var part = group.getFirstChild(); part != null; part = part.getNextSibling()) {
                if (part instanceof Element pair) {
                    assertThat(children(pair))
                            .allMatch(child -> Set.of("dt", "dd").contains(child));
                }
            }
        }
        headingsDoNotSkip();
        idsAreUniqueAndFound();
        controlsHaveNames();
    }

    List<Element> all(String name) {
        var nodes = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (var i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<String> children(Element element) {
        var names = new ArrayList<String>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                names.add(one.getTagName());
            }
        }
        return names;
    }

    Element byId(String id) {
        return all("*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No element #" + id));
    }

    static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private void headingsDoNotSkip() {
        var level = 0;
        for (var element : all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                var next = element.getTagName().charAt(1) - '0';
                assertThat(next).as(text(element)).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
    }

    private void idsAreUniqueAndFound() {
        var ids = new HashSet<String>();
        for (var element : all("*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as("id %s once", element.getAttribute("id"))
                        .isTrue();
            }
        }
        for (var element : all("*")) {
            for (var reference : List.of("for", "aria-describedby", "aria-labelledby", "popovertarget")) {
                if (element.hasAttribute(reference)) {
                    assertThat(ids)
                            .as(reference)
                            .containsAll(Arrays.asList(
                                    element.getAttribute(reference).split(" ", -1)));
                }
            }
        }
    }

    private void controlsHaveNames() {
        var labelled = new HashSet<String>();
        all("label").forEach(label -> labelled.add(label.getAttribute("for")));
        for (var element : all("*")) {
            var named = !CONTROLS.contains(element.getTagName())
                    || element.getAttribute("type").equals("hidden")
                    || labelled.contains(element.getAttribute("id"))
                    || isIn("label", element);
            if (!named) {
                fail("No label: " + element.getAttribute("name"));
            }
            if (Set.of("a", "button").contains(element.getTagName())) {
                assertThat(text(element)).as(element.getAttribute("href")).isNotEmpty();
            }
            if (element.getTagName().equals("img")) {
                assertThat(element.hasAttribute("alt")).isTrue();
            }
        }
    }

    private static boolean isIn(String name, Element element) {
        for (var parent = element.getParentNode(); parent instanceof Element up; parent = up.getParentNode()) {
            if (up.getTagName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
