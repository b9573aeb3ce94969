package ma.maydan.incubators;

import java.util.stream.Stream;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.api.OpenApiDocument;
import ma.maydan.testkit.api.RunningService;
import ma.maydan.testkit.api.ServiceTest;

/** The service of this module, for tests that need no more of it than its address and its beans. */
@ServiceTest(value = IncubatorsApplication.class, properties = "maydan.cluster-organization-id=" + Service.CLUSTER)
public final class Service {

    /** The id of the cluster's own organization. */
    public static final String CLUSTER = "00000000-cluster";

    private static final RunningService SERVICE = RunningService.of(Service.class);

    /** Its HTTP interface. */
    public static final Api API = SERVICE.api();

    private Service() {}

    public static OpenApiDocument document() {
        return SERVICE.document();
    }

    public static <T> T bean(Class<T> type) {
        return SERVICE.bean(type);
    }

    public static <T> Stream<T> beans(Class<T> type) {
        return SERVICE.beans(type);
    }

    /** Tells it once more what it is told after a start. */
    public static void starts() {
        SERVICE.starts();
    }
}
