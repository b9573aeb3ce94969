package ma.maydan.starter;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.PlaceholderResolutionException;

/** An application that lacks a setting says in one sentence which, in place of what Spring was doing just then. */
final class MissingSetting extends AbstractFailureAnalyzer<PlaceholderResolutionException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PlaceholderResolutionException missing) {
        return new FailureAnalysis(
                missing.getPlaceholder() + " is not set.", "Set it as docs/operations.md says.", missing);
    }
}
