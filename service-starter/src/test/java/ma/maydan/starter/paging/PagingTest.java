package ma.maydan.starter.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Test
    void theNextCursorLeadsBehindTheLastItem() {
        var page = Paging.cut(List.of("a", "b", "c"), 2, item -> new Paging.Position("k" + item, item));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Paging.parse(page.nextCursor(), null).after()).isEqualTo(new Paging.Position("kb", "b"));
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Paging.cut(List.of("a", "b"), 2, item -> new Paging.Position(item, item))
                        .nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YQ", "Cg", "ü", "AAAAAAAAAAAAAAAA"})
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Paging.parse(cursor, null))
                .matches(problem -> problem.code().equals("invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", ""})
    void aLimitOutOfBoundsIsRefused(String limit) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Paging.parse(null, limit));
    }
}
