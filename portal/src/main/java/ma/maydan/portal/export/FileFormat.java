package ma.maydan.portal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import ma.maydan.portal.page.Language;

/** In what a list is written. */
enum FileFormat {
    CSV("text/csv;charset=UTF-8") {
        @Override
        TableWriter open(OutputStream out, String title, Language language) throws IOException {
            return new CsvWriter(out);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        TableWriter open(OutputStream out, String title, Language language) {
            return new XlsxWriter(out, title, language.direction().equals("rtl"));
        }
    };

    private final String contentType;

    FileFormat(String contentType) {
        this.contentType = contentType;
    }

    /** @param ending of a name that {@link Exports#FILE} lets through */
    static FileFormat of(String ending) {
        return valueOf(ending.toUpperCase(Locale.ROOT));
    }

    String contentType() {
        return contentType;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract TableWriter open(OutputStream out, String title, Language language) throws IOException;
}
