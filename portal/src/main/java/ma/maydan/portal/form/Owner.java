package ma.maydan.portal.form;

import java.util.List;
import ma.maydan.starter.text.LocalizedText;

/** An organization that somebody writes something for, with what this person may do there. */
public interface Owner {

    String id();

    LocalizedText legalName();

    /** Codes: INCUBATOR and so on. */
    List<String> kinds();

    boolean isVerified();

    /** Whether the person speaks for it. */
    boolean isOwned();

    /** Whether the person writes for it. */
    boolean mayEdit();
}
