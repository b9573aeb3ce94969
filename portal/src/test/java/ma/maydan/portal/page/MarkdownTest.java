package ma.maydan.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void paragraphsListsBoldItalicsAndLinksAreShown() {
        assertThat(Markdown.html("Un **mot** et *un autre*.\nSuite\n\n- a\n- b\n\n1. x"))
                .isEqualTo("<p>Un <strong>mot</strong> et <em>un autre</em>.<br>\nSuite</p>\n"
                        + "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>x</li>\n</ol>\n");
        assertThat(Markdown.html("[ici](https://a.example/?x=1&y=2)"))
                .contains("<a rel=\"nofollow noopener\" href=\"https://a.example/?x=1&amp;y=2\">ici</a>");
        assertThat(Markdown.html("<mailto:a@b.example>")).contains("href=\"mailto:a@b.example\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<div onclick=x>\n\ny</div>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,AAAA)",
                "[x](vbscript:x)",
                "[x](/me/erasure)",
                "[x](//evil.example)",
                "[x](<java\tscript:alert(1)>)",
                "![x](https://evil.example/pixel.png)",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "# heading",
                "```\ncode\n```",
                "    code",
                "> quote",
                "---",
            })
    void allElseIsText(String written) {
        assertThat(Markdown.html(written).replaceAll("</?(p|em|strong|ul|ol|li|br)>", ""))
                .doesNotContain("<")
                .doesNotContain("href");
    }

    @Test
    void anAttributeCannotBeEndedFromWithin() {
        assertThat(Markdown.html("[x](https://a.example/\"onmouseover=\"alert(1))"))
                .doesNotContain("\"onmouseover");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Un **mot** et [ici](https://a.example/) | Un mot et ici
        - a *b*                                 | a b
        x <b>y</b>                              | x <b>y</b>
        `code`                                  | code
        """)
    void whatShowsNoMarksHasTheWordsAlone(String written, String plain) {
        assertThat(Markdown.plain(written)).isEqualTo(plain);
    }

    @Test
    void aVeryDeepTextIsShownInNoTime() {
        assertThat(Markdown.html("*".repeat(5000))).isNotEmpty();
        assertThat(Markdown.html("[".repeat(5000))).isNotEmpty();
        assertThat(Markdown.html("- ".repeat(2500))).isNotEmpty();
        assertThat(Markdown.plain("- ".repeat(2500))).isNotNull();
    }
}
