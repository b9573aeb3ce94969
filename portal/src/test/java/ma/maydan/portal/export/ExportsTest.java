package ma.maydan.portal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.kind.Column;
import ma.maydan.portal.list.Filters;
import ma.maydan.portal.list.Lists.Pages;
import ma.maydan.portal.page.Language;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.text.LocalizedText;
import ma.sample.TreeKind.Tree;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportsTest {

    @Test
    void aListWithoutEndHasItsFirstRowsAndSaysSo() {
        var oak = new Tree("oak", 1, LocalizedText.of("بلوطة", "Chêne", "Oak"), List.of(), "GROWING", List.of());
        var hundred = new Page<>(Collections.nCopies(100, oak), "on");
        var texts = new StaticMessageSource();
        texts.addMessages(
                Map.of("tree.title", "Tree", "export.bounded", "The first {0,number,#} rows."), Locale.ENGLISH);
        var export = new Export(
                "trees",
                "Trees",
                "tree",
                List.of(Column.Type.TITLE.of("title")),
                new Pages<>(new Filters(), cursor -> hundred));
        var response = new MockHttpServletResponse();

        new Exports(Clock.systemUTC())
                .send(export, "csv", Visitor.anonymous(Language.EN), new Texts(texts, Language.EN), response);

        var lines = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(20_002).endsWith("\"Oak\"", "\"The first 20000 rows.\"");
    }
}
