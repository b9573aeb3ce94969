package ma.maydan.starter.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import ma.maydan.starter.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static final Paging FIRST = Paging.parse(null, "2", "/things");

    @Test
    void theNextCursorLeadsBehindTheLastItem() {
        var page = FIRST.cut(List.of("a", "b", "c"), item -> new Paging.Position("k" + item, item));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Paging.parse(page.nextCursor(), null, "/things").after()).isEqualTo(new Paging.Position("kb", "b"));
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(FIRST.cut(List.of("a", "b"), item -> new Paging.Position(item, item))
                        .nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YQ", "Cg", "ü", "AAAAAAAAAAAAAAAA"})
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Paging.parse(cursor, null, "/things"))
                .matches(problem -> problem.code().equals("invalid-cursor"));
    }

    @Test
    void aCursorBelongsToItsList() {
        var cursor = FIRST.cut(List.of("a", "b", "c"), item -> new Paging.Position(item, item))
                .nextCursor();

        assertThat(Paging.parse(cursor, "50", "/things").after()).isEqualTo(new Paging.Position("b", "b"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Paging.parse(cursor, null, "/things\nkind=A"))
                .matches(problem -> problem.code().equals("invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", ""})
    void aLimitOutOfBoundsIsRefused(String limit) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Paging.parse(null, limit, "/things"));
    }
}
