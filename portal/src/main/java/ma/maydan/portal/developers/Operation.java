package ma.maydan.portal.developers;

import java.util.List;

/**
 * What can be done at an address of an API, in the words of its document.
 *
 * @param body the type of what is sent, empty for nothing
 */
record Operation(
        String method,
        String path,
        String summary,
        String description,
        List<Value> parameters,
        String body,
        List<Answer> answers) {

    /** @param type of what comes back, empty for nothing */
    record Answer(String status, String type, String about) {}
}
