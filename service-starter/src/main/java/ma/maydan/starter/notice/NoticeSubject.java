package ma.maydan.starter.notice;

import ma.maydan.starter.text.LocalizedText;

/**
 * What a notice is about.
 *
 * @param section of the portal's addresses, such as {@code events}
 * @param id behind the section, of the page that shows it
 * @param name as it was when the notice was written
 */
public record NoticeSubject(String section, String id, LocalizedText name) {}
