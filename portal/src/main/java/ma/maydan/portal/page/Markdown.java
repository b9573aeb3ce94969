package ma.maydan.portal.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The small Markdown in which people write longer texts: paragraphs, lists, bold, italics and links to http, https and
 * mailto. All else is shown as it was written, HTML among it; a line that ends where it was ended by hand ends there.
 */
final class Markdown {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /** Of lists, or of marks, within one another; what is deeper is text. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ListBlock.class))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak("<br>\n")
            .nodeRendererFactory(Restrained::new)
            .build();

    private Markdown() {}

    /** Safe in a page wherever paragraphs may stand. */
    static String html(String text) {
        return RENDERER.render(PARSER.parse(text));
    }

    /** Without its marks, for what shows none. */
    static String plain(String text) {
        var words = new Words();
        PARSER.parse(text).accept(words);
        return words.text.toString().strip();
    }

    private static boolean isAllowed(String address) {
        try {
            var scheme = new URI(address).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Links that lead where links may lead; of others, of pictures and of code the words alone. */
    private record Restrained(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class, Code.class);
        }

        @Override
        public void render(Node node) {
            var writer = context.getWriter();
            switch (node) {
                case Link link
                when isAllowed(link.getDestination()) -> {
                    var attributes = new LinkedHashMap<String, String>();
                    attributes.put("rel", "nofollow noopener");
                    attributes.put("href", link.getDestination());
                    writer.tag("a", attributes);
                    renderWords(link);
                    writer.tag("/a");
                }
                case Code code -> writer.text(code.getLiteral());
                default -> renderWords(node);
            }
        }

        private void renderWords(Node of) {
            for (var child = of.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            text.append(html.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak end) {
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak end) {
            text.append('\n');
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            text.append(paragraph.getParent() instanceof ListItem ? "\n" : "\n\n");
        }
    }
}
