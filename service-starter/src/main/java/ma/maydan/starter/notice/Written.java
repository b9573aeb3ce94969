package ma.maydan.starter.notice;

import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes to others through the portal, in the languages in which they write it, or does for them.
 *
 * @param by who writes or does it, as it is named to those who read it
 * @param subject one line; null with the text where nothing is written
 * @param text in Markdown: paragraphs, lists, bold, italics and links, of which people read the address
 */
public record Written(
        LocalizedText by,
        @Nullable LocalizedText subject,
        @Nullable LocalizedText text) {

    /** Somebody who has acted for those who are told, such as the organization that registered them. */
    public static Written by(LocalizedText name) {
        return new Written(name, null, null);
    }
}
