package ma.maydan.incubators.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Values in lines, as spreadsheet programs write them (RFC 4180 and its kin): parted by what parts the names of the
 * columns, a comma, semicolon or tab; in UTF-8, in UTF-16 with its mark, or else in windows-1252, as Excel in French
 * writes them.
 */
final class Csv {

    private static final Charset OF_WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');

    /** A first line by which Excel is told what parts the values. */
    private static final Pattern TOLD = Pattern.compile("\\Asep=([;,\\t])\\r?\\n");

    private Csv() {}

    static void read(byte[] content, Consumer<Spreadsheet.Row> each) {
        requireText(content);
        var text = text(content);
        var told = TOLD.matcher(text);
        var lines = told.lookingAt() ? 1 : 0;
        var separator = lines == 1 ? told.group(1).charAt(0) : separator(text);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (var records = format.parse(new StringReader(lines == 1 ? text.substring(told.end()) : text))) {
            records.stream().forEach(record -> {
                var cells = record.stream()
                        .limit(Spreadsheet.MOST_COLUMNS + 1)
                        .map(cell -> Spreadsheet.cut(cell))
                        .toList();
                each.accept(new Spreadsheet.Row(Math.toIntExact(record.getRecordNumber()) + lines, cells));
            });
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw Spreadsheet.refused("spreadsheet-unreadable");
        }
    }

    /** A picture, a document or an archive is none, whatever it is called. */
    private static void requireText(byte[] content) {
        try (var stream = TikaInputStream.get(content)) {
            var type = MimeTypes.getDefaultMimeTypes().detect(stream, new Metadata());
            if (!type.getType().equals("text") && !type.getSubtype().equals("octet-stream")) {
                throw Spreadsheet.refused("spreadsheet-type");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] content) {
        if (begins(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        var mark = begins(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, mark, content.length - mark))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(content, OF_WINDOWS);
        }
    }

    private static boolean begins(byte[] content, int... with) {
        for (var at = 0; at < with.length; at++) {
            if (at >= content.length || Byte.toUnsignedInt(content[at]) != with[at]) {
                return false;
            }
        }
        return true;
    }

    /** What comes most often between the names of the columns. */
    private static char separator(String text) {
        var line = text.strip().lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(one ->
                        line.chars().filter(character -> character == one).count()))
                .orElseThrow();
    }
}
