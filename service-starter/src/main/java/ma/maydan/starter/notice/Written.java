package ma.maydan.starter.notice;

import ma.maydan.starter.text.LocalizedText;

/**
 * What somebody writes to others through the portal, in the languages in which they write it.
 *
 * @param by who writes, as it is named to those who read it
 * @param subject one line
 * @param text in Markdown: paragraphs, lists, bold, italics and links, of which people read the address
 */
public record Written(LocalizedText by, LocalizedText subject, LocalizedText text) {}
