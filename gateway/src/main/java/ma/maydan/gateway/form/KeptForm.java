package ma.maydan.gateway.form;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent but not taken.
 *
 * @param path where it was sent to, after the language
 * @param query of that address; null when it had none
 * @param fields as {@code application/x-www-form-urlencoded}
 * @param files whether there were files, which are not kept
 */
public record KeptForm(String path, @Nullable String query, byte[] fields, boolean files) {

    /** The form that this request shows again; null for every other request. */
    public static @Nullable KeptForm shownBy(HttpServletRequest request) {
        return (KeptForm) request.getAttribute(KeptForm.class.getName());
    }

    void shownBy(ShownRequest request) {
        request.setAttribute(KeptForm.class.getName(), this);
    }
}
