package ma.maydan.starter.notice;

import java.util.Set;
import org.commonmark.node.ListBlock;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The small Markdown of longer texts as text alone: whatever a link is called, its address stands beside it. HTML is
 * text like any other.
 */
final class PlainMarkdown {

    /** Of lists, or of marks, within one another; what is deeper is text. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ListBlock.class))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private PlainMarkdown() {}

    static String of(String text) {
        return RENDERER.render(PARSER.parse(text)).strip();
    }
}
