package ma.maydan.starter.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Documents as PDF: the three languages with their letters joined and in their directions, fonts within the file, text
 * that can be copied, and tags by which it is read aloud in order. The same document
 * is the same bytes, whatever the machine's fonts, language, time and zone are.
 */
public final class Pdf {

    private static final String METADATA = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
             xmlns:xmp="http://ns.adobe.com/xap/1.0/">\
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>\
            <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>%s</xmp:CreateDate>\
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    private Pdf() {}

    /** The file; a few tens of kilobytes, of which its letters are most. */
    public static byte[] of(Document document) {
        try (var file = new PDDocument()) {
            new Setting(document, new Sheets(file)).set();
            describe(file, document);
            file.setDocumentId(document.at().toEpochMilli());
            var out = new ByteArrayOutputStream();
            file.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument file, Document document) throws IOException {
        var information = new PDDocumentInformation();
        information.setTitle(Words.shown(document.title()));
        information.setProducer("Maydan");
        information.setCreationDate(GregorianCalendar.from(document.at().atZone(ZoneOffset.UTC)));
        file.setDocumentInformation(information);
        var catalog = file.getDocumentCatalog();
        catalog.setLanguage(document.language().toLanguageTag());
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        var shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        if (document.rightToLeft()) {
            shown.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
        }
        catalog.setViewerPreferences(shown);
        var metadata = new PDMetadata(file);
        metadata.importXMPMetadata(METADATA.formatted(
                        escaped(Words.shown(document.title())),
                        document.language().toLanguageTag(),
                        document.at())
                .getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
