package ma.maydan.starter.lifecycle;

import java.util.List;
import java.util.Map;

/**
 * What somebody may do with a thing now.
 *
 * @param allowedTransitions the steps that the caller may take now
 * @param withheld the steps that would be the caller's in this state and are refused to them, with the code of the
 *     refusal
 */
public record Offer(List<String> allowedTransitions, Map<String, String> withheld) {

    public boolean has(Transition<?, ?> transition) {
        return allowedTransitions.contains(transition.code());
    }
}
