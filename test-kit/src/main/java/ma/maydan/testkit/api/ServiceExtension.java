package ma.maydan.testkit.api;

import ma.maydan.testkit.backends.MovedClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** What {@link ServiceTest} promises. */
final class ServiceExtension implements TestInstancePostProcessor, AfterEachCallback {

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        RunningService.of(test.getClass()).wire(test);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RunningService.of(context.getRequiredTestClass()).bean(MovedClock.class).moveBack();
    }
}
