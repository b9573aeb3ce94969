package ma.maydan.starter.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the Arabic article off, with what is written together with it, so that a word begins where people begin to type
 * it. Lucene's stemmer takes off the same, or else a conjunction, which is often the first letter of the word.
 */
final class ArticleFilter extends TokenFilter {

    /** The longest first. */
    private static final List<String> ARTICLES = List.of("وال", "بال", "كال", "فال", "ال", "لل");

    private static final int SHORTEST_WORD = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ArticleFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var word = term.toString();
        ARTICLES.stream()
                .filter(article -> word.startsWith(article) && word.length() >= article.length() + SHORTEST_WORD)
                .findFirst()
                .ifPresent(article -> term.setEmpty().append(word, article.length(), word.length()));
        return true;
    }
}
