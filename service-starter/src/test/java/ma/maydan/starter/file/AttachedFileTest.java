package ma.maydan.starter.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;

class AttachedFileTest {

    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(ISO_8859_1);

    @Test
    void aFileIsWhatItsContentSays() {
        var file = AttachedFile.read(sent("cv.png", PDF));

        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(file.name()).isEqualTo("cv.png.pdf");
        assertThat(file.size()).isEqualTo(PDF.length);
    }

    @Test
    void whatIsNoneOfThreeIsRefused() {
        for (var content :
                List.of("<html><script>", "MZ\u0090\u0000", "GIF89a", "PK\u0003\u0004", "<svg xmlns=''/>", "x")) {
            assertThatThrownBy(() -> AttachedFile.read(sent("cv.pdf", content.getBytes(ISO_8859_1))))
                    .as(content)
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> AttachedFile.read(sent("cv.pdf", new byte[0]))).isInstanceOf(ProblemException.class);
        var large = new byte[AttachedFile.MOST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThatThrownBy(() -> AttachedFile.read(sent("cv.pdf", large))).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        cv.pdf,                    cv.pdf
        CV.PDF,                    CV.pdf
        C:\\Users\\a\\cv.pdf,      cv.pdf
        ../../etc/passwd,          passwd.pdf
        '',                        file.pdf
        .pdf,                      file.pdf
        cv.exe,                    cv.exe.pdf
        'a\u202Efdp.exe',          afdp.exe.pdf
        'a\u0000b.pdf',            a b.pdf
        '  سيرة ذاتية.pdf',        سيرة ذاتية.pdf
        """)
    void itsNameIsOneLineThatEndsAsItsTypeDoes(String sent, String kept) {
        assertThat(AttachedFile.name(sent, List.of(".pdf"))).isEqualTo(kept);
    }

    @Test
    void itsNameIsNotLong() {
        assertThat(AttachedFile.name("😀".repeat(300) + ".pdf", List.of(".pdf")))
                .isEqualTo("😀".repeat(95) + ".pdf");
        assertThat(AttachedFile.name(null, List.of(".pdf"))).isEqualTo("file.pdf");
    }

    private static MockMultipartFile sent(String name, byte[] content) {
        return new MockMultipartFile("file", name, "text/html", content);
    }
}
