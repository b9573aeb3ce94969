package ma.maydan.starter.notice;

import java.util.Locale;
import java.util.Optional;

/** What is attached to the mails of a kind of notice. It is made for each mail, and never kept. */
public interface Attachments {

    /** Of the notices. */
    String kind();

    /**
     * @param about the id of what the notice is about
     * @return empty when there is nothing to attach any more
     */
    Optional<Attachment> of(String about, Locale language);

    /**
     * A file.
     *
     * @param name with its ending
     * @param type its media type
     */
    record Attachment(String name, String type, byte[] content) {}
}
