package ma.maydan.portal.personal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ma.maydan.portal.notices.Area;
import ma.maydan.portal.page.Language;
import ma.maydan.portal.page.Texts;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of all that is held of a person: a page to read, and what the services say as JSON. */
@Component
class Archive {

    private final ITemplateEngine templates;
    private final JsonMapper json;

    Archive(ITemplateEngine templates, JsonMapper json) {
        this.templates = templates;
        this.json = json;
    }

    /** Writes it as a ZIP file. */
    void write(Map<Area, JsonNode> mine, Language language, Texts texts, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        var page = new Context(language.locale());
        page.setVariable("lang", language.code());
        page.setVariable("dir", language.direction());
        page.setVariable("parts", Readable.parts(mine, language, texts));
        add(zip, "index.html", templates.process("personal/archive", page).getBytes(StandardCharsets.UTF_8));
        for (var part : mine.entrySet()) {
            add(
                    zip,
                    part.getKey().address() + ".json",
                    json.writerWithDefaultPrettyPrinter().writeValueAsBytes(part.getValue()));
        }
        zip.finish();
        zip.flush();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
