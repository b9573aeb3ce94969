package ma.maydan.starter.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import ma.maydan.starter.document.Block.Fact;
import ma.maydan.starter.document.Block.Facts;
import ma.maydan.starter.document.Block.Paragraph;
import ma.maydan.testkit.api.Parallel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theSameDocumentIsTheSameBytesEverywhere(String language) {
        var first = Pdf.of(Samples.of(language));
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Pdf.of(Samples.of(language))).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void manyAtOnceAreNoneTheWorse() {
        var alone = Pdf.of(Samples.arabic());
        assertThat(Parallel.atOnce(16, number -> Pdf.of(Samples.arabic()))).allMatch(one -> Arrays.equals(one, alone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whatItIsWrittenWithIsInIt(String language) throws IOException {
        try (var file = Loader.loadPDF(Pdf.of(Samples.of(language)))) {
            var resources = file.getPage(0).getResources();
            assertThat(resources.getFontNames()).hasSize(2);
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+DejaVuSans(-Bold)?");
            }
        }
    }

    @Test
    void arabicIsReadBackInTheOrderOfItsWords() throws IOException {
        // PDFBox itself turns the parentheses of Arabic around, which other readers leave as they are.
        assertThat(text(Samples.arabic()))
                .contains(
                        "وصل إيداع طلب التحقق",
                        "تُثبت هذه الوثيقة أنّ مُحَمَّدًا أودع الملف )نسخة 2( يوم 29 نونبر 2026 على الساعة 10:15،",
                        "لا إله إلا الله",
                        "شركة أطلس للتكنولوجيا )ش.م.م(",
                        "Société Atlas (DEMO) S.A.R.L",
                        "001500000000002",
                        "MD-2026-000123");
    }

    @Test
    void frenchAndEnglishAreReadBackAsTheyAre() throws IOException {
        assertThat(text(Samples.french()))
                .contains(
                        "Récépissé de dépôt",
                        "Ce document atteste du dépôt du dossier (version 2) le 29 novembre 2026 à 10:15.",
                        "Société Atlas « Œuvre » S.A.R.L.");
        assertThat(text(Samples.english())).contains("Atlas & Sons <Ltd>", Samples.ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"ar,ar-MA,وصل إيداع طلب التحقق", "fr,fr-MA,Récépissé de dépôt", "en,en,Receipt of a submission"})
    void whoHearsItHearsItInOrderAndInItsLanguage(String language, String tag, String title) throws IOException {
        var document = Samples.of(language);
        try (var file = Loader.loadPDF(Pdf.of(document))) {
            var catalog = file.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo(tag);
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo(title);

            var elements = new ArrayList<PDStructureElement>();
            collect(catalog.getStructureTreeRoot(), elements);
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .startsWith("Document", "H1", "P", "H2", "Table", "TR", "TH", "TD")
                    .endsWith("TR", "TH", "TD", "Figure", "P");
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Figure"))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .singleElement()
                    .asString()
                    .endsWith(Samples.ADDRESS);
            assertThat(marks(file)).isEqualTo(parents(file));
        }
    }

    @Test
    void arabicIsReadAloudAsItIsWritten() throws IOException {
        try (var file = Loader.loadPDF(Pdf.of(Samples.arabic()))) {
            var elements = new ArrayList<PDStructureElement>();
            collect(file.getDocumentCatalog().getStructureTreeRoot(), elements);
            assertThat(elements)
                    .extracting(PDStructureElement::getActualText)
                    .contains("وصل إيداع طلب التحقق", "الاسم القانوني", "شركة أطلس للتكنولوجيا (ش.م.م)");
        }
    }

    @Test
    void theCodeIsReadOffThePage() throws Exception {
        try (var file = Loader.loadPDF(Pdf.of(Samples.arabic()))) {
            var page = new PDFRenderer(file).renderImageWithDPI(0, 150);
            var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var image = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(image).getText()).isEqualTo(Samples.ADDRESS);
        }
    }

    @Test
    void nobodyTurnsTheWordsAround() throws IOException {
        var turned = text(document(new Paragraph("ABC \u202Edcba\u202C \u2067xyz\u2069 end"), facts("\u202Egpj.exe")));
        assertThat(turned).contains("ABC dcba", "gpj.exe").doesNotContain("\u202E", "exe.jpg");
    }

    @Test
    void whatTheFontLacksIsABoxAndIsReadBack() throws IOException {
        assertThat(text(document(facts("Atlas 🚀 漢字 ok")))).contains("Atlas 🚀 漢字 ok");
    }

    @Test
    void nothingIsBrokenBehindAnApostropheOrBeforeASignThatStaysWithItsWord() throws IOException {
        var text = text(document(new Paragraph("Tout l’été, l’organisation\u00a0; ".repeat(60))));
        assertThat(text.lines()).noneMatch(line -> line.stripTrailing().endsWith("’") || line.startsWith(";"));
    }

    @Test
    void aWordThatIsLongerThanALineIsBroken() throws IOException {
        var word = "x".repeat(3_000);
        assertThat(text(document(facts(word))).replaceAll("[^x]", "")).isEqualTo(word);
        assertThat(text(document(facts("م".repeat(3_000)))).replaceAll("[^م]", ""))
                .hasSizeGreaterThanOrEqualTo(3_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word ",
                "كلمة ",
                "x",
                "م",
                "م\u064E\u0651",
                "🚀",
                "\u202E",
                "\n",
                "\u0000",
                "\uD800",
                "(",
                "a\u202E"
            })
    void aTextOfAnyLengthCostsBoundedPagesAndTime(String part) throws IOException {
        var text = part.repeat(100_000 / part.length());
        var start = System.nanoTime();
        var pdf = Pdf.of(document(new Paragraph(text), facts(text)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        try (var file = Loader.loadPDF(pdf)) {
            assertThat(file.getNumberOfPages()).isLessThan(60);
        }
        assertThat(pdf.length).isLessThan(5_000_000);
    }

    @Test
    void whatTakesSeveralPagesIsNumbered() throws IOException {
        var facts = new ArrayList<Fact>();
        for (var number = 0; number < 120; number++) {
            facts.add(new Fact("Fact " + number, "Value " + number));
        }
        var text = text(document(new Facts(facts)));
        assertThat(text).contains("Fact 0", "Value 119", "1 / 5", "5 / 5");
    }

    @Test
    void moreDifferentCharactersThanAFontNumbersAreBoxes() throws IOException {
        var blocks = new ArrayList<Block>();
        for (var first = 0x10000; first < 0x30000; first += 0x2000) {
            blocks.add(new Paragraph(new String(
                    IntStream.range(first, first + 0x2000)
                            .filter(Character::isDefined)
                            .toArray(),
                    0,
                    (int) IntStream.range(first, first + 0x2000)
                            .filter(Character::isDefined)
                            .count())));
        }
        assertThat(text(document(blocks.toArray(Block[]::new)))).contains("Title");
    }

    @Test
    void anEmptyDocumentIsAPage() throws IOException {
        assertThat(text(document(new Paragraph(""), facts("")))).contains("Title");
    }

    private static Document document(Block... blocks) {
        return new Document("Title", Locale.ENGLISH, Instant.EPOCH, List.of(blocks));
    }

    private static Facts facts(String value) {
        return new Facts(List.of(new Fact("Name", value)));
    }

    private static String text(Document document) throws IOException {
        try (var file = Loader.loadPDF(Pdf.of(document))) {
            return new PDFTextStripper().getText(file);
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> into) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                collect(element, into);
            }
        }
    }

    /** How many pieces of the first page are marked as content. */
    private static long marks(PDDocument file) throws IOException {
        try (var content = file.getPage(0).getContents()) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.contains("/MCID"))
                    .count();
        }
    }

    /** How many of them are known to the structure. */
    private static long parents(PDDocument file) throws IOException {
        var tree = file.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        return ((COSArray) tree.getCOSObject()
                        .getCOSArray(COSName.getPDFName("Nums"))
                        .getObject(1))
                .size();
    }
}
