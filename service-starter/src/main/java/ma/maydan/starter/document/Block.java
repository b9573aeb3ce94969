package ma.maydan.starter.document;

import java.util.List;

/**
 * A part of a document. Of a text that is longer than 20,000 characters the beginning is shown; what would turn the
 * direction of the words around it is left out; a character that the fonts lack is a box and can still be copied.
 */
public sealed interface Block {

    /** The title of what follows. */
    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** What is known of a thing, a line for each. */
    record Facts(List<Fact> facts) implements Block {

        /** @throws IllegalArgumentException when there are more than 200 */
        public Facts {
            facts = List.copyOf(facts);
            if (facts.size() > Document.MOST_BLOCKS) {
                throw new IllegalArgumentException("At most " + Document.MOST_BLOCKS + " facts stand together");
            }
        }
    }

    /**
     * One of them.
     *
     * @param name in the document's language
     * @param value in any, read from the side that its own letters are read from
     */
    record Fact(String name, String value) {}

    /**
     * A QR code.
     *
     * @param address that it leads to, at most 500 characters
     * @param meaning what it is, beside it and for those who do not see it
     */
    record Code(String address, String meaning) implements Block {

        /** @throws IllegalArgumentException when the address is longer */
        public Code {
            if (address.length() > 500) {
                throw new IllegalArgumentException("A code of " + address.length() + " characters is hard to read");
            }
        }
    }
}
