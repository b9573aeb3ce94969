package ma.maydan.incubators.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook that is not hidden (ECMA-376, Office Open XML), row by row, without keeping it. Of a
 * formula the value counts that the program saw last, and nothing is evaluated. Whoever made the file need not be a friend:
 * no more is inflated than {@value #MOST_INFLATED} bytes, no cell stands outside of what a sheet has, and XML declares
 * nothing of its own. (Libraries that read workbooks make room for whatever column a cell claims to be in.)
 */
final class Xlsx {

    static final int MOST_INFLATED = 64 * 1024 * 1024;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private Xlsx() {}

    /** Whether the content begins as an archive does. */
    static boolean is(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** By its directory, as programs do: what stands in front of a part need not say how long it is. */
    static void read(byte[] content, Consumer<Spreadsheet.Row> each) {
        try {
            var file = Files.createTempFile("workbook", ".xlsx");
            try {
                Files.write(file, content);
                read(file, each);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            throw unreadable instanceof ProblemException refused
                    ? refused
                    : Spreadsheet.refused("spreadsheet-unreadable");
        }
    }

    private static void read(Path file, Consumer<Spreadsheet.Row> each) throws IOException, XMLStreamException {
        try (var zip = new ZipFile(file.toFile())) {
            var parts = new TreeMap<String, ZipEntry>(String.CASE_INSENSITIVE_ORDER);
            zip.stream().forEach(part -> parts.putIfAbsent(part.getName(), part));
            var left = new AtomicLong(MOST_INFLATED);
            var workbook = new XlsxWorkbook();
            for (var name : XlsxWorkbook.PARTS) {
                if (parts.containsKey(name)) {
                    workbook.read(name, xml(new Counted(zip.getInputStream(parts.get(name)), left)));
                }
            }
            var sheet = workbook.sheet();
            if (sheet == null || !parts.containsKey(sheet)) {
                throw Spreadsheet.refused("spreadsheet-type");
            }
            new XlsxRows(workbook, xml(new Counted(zip.getInputStream(parts.get(sheet)), left))).read(each);
        }
    }

    private static XMLStreamReader xml(InputStream part) throws XMLStreamException {
        return XML.createXMLStreamReader(part);
    }

    /** The text of an element up to its end, without that of some elements in it, and no longer than a cell. */
    static String text(XMLStreamReader xml, String wanted, @Nullable String unwanted) throws XMLStreamException {
        var end = xml.getLocalName();
        var text = new StringBuilder();
        var taking = wanted.equals(end);
        var skipping = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    skipping += xml.getLocalName().equals(unwanted) ? 1 : 0;
                    taking = taking || xml.getLocalName().equals(wanted);
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals(end)) {
                        return text.toString();
                    }
                    skipping -= xml.getLocalName().equals(unwanted) ? 1 : 0;
                    taking = taking && !xml.getLocalName().equals(wanted);
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (taking && skipping == 0) {
                        var room = Spreadsheet.LONGEST_CELL - text.length();
                        text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                    }
                }
                default -> {}
            }
        }
        throw new XMLStreamException("It ends within " + end);
    }

    /** Of all parts together no more is inflated than may be. */
    private static final class Counted extends FilterInputStream {

        private final AtomicLong left;

        Counted(InputStream of, AtomicLong left) {
            super(of);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            if (left.addAndGet(-read) < 0) {
                throw Spreadsheet.refused("spreadsheet-too-large");
            }
        }
    }
}
